package akin.models;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "akin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule models_know_nothing_of_flink = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "akin.models..",
                    "java.lang..",
                    "java.io",
                    "java.util..",
                    "java.time..",
                    "java.security",
                    "java.nio",
                    "java.nio.charset",
                    "org.apache.commons.math3..",
                    "jdk.incubator.vector",
                    "");

    @ArchTest
    static final ArchRule models_have_no_clock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule packages_have_no_circles =
            SlicesRuleDefinition.slices().matching("akin.models.(*)..").should().beFreeOfCycles();

    /** Their last bits differ from machine to machine; StrictMath and Scalars are the same everywhere. */
    @ArchTest
    static final ArchRule models_compute_the_same_everywhere = noClasses()
            .should()
            .callMethodWhere(target(owner(type(Math.class)))
                    .and(target(nameMatching(
                            "log|log10|log1p|exp|expm1|pow|cbrt|hypot|sinh?|cosh?|tanh?|asin|acos|atan2?"))));
}
