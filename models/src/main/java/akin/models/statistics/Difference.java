package akin.models.statistics;

/**
 * The difference of a metric between two arms.
 *
 * @param control the arm that is compared with
 * @param treatment the other one
 */
public record Difference(Estimate control, Estimate treatment) {

    /** Returns the difference of two arms after CUPED: the slope is that within the arms, of both together. */
    public static Difference adjusted(Estimate control, Estimate treatment) {
        double users = control.users() + treatment.users();
        double varied = control.users() * control.activityVariance() + treatment.users() * treatment.activityVariance();
        if (varied <= 0) {
            return new Difference(control, treatment);
        }
        double slope = (control.users() * control.covariance() + treatment.users() * treatment.covariance()) / varied;
        double centre = (control.users() * control.activity() + treatment.users() * treatment.activity()) / users;
        return new Difference(control.adjusted(slope, centre), treatment.adjusted(slope, centre));
    }

    /** Returns whether both arms have a value. */
    public boolean isDefined() {
        return control.isDefined() && treatment.isDefined();
    }

    /** Users of both arms. */
    public long users() {
        return control.users() + treatment.users();
    }

    /** What the treatment has more. */
    public double effect() {
        return treatment.value() - control.value();
    }

    /** The standard deviation σ for which σ/√users is the standard error of the effect. */
    public double deviation() {
        return Math.sqrt(users() * (control.squaredError() + treatment.squaredError()));
    }

    /** What the treatment has more, as a share of what the control has. */
    public double relative() {
        return treatment.value() / control.value() - 1;
    }

    /** The standard deviation of the relative effect, by the delta method. */
    public double relativeDeviation() {
        double ratio = treatment.value() / control.value();
        double squared = treatment.squaredError() + ratio * ratio * control.squaredError();
        return Math.sqrt(users() * squared) / Math.abs(control.value());
    }

    /** The effect in standard errors; 0 when nothing varies. */
    public double z() {
        double error = deviation() / Math.sqrt(users());
        return error > 0 ? effect() / error : 0;
    }
}
