package akin.state;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "akin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrows_point_left = noClasses()
            .that()
            .resideInAPackage("akin.state..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("akin.operators..", "akin.jobs..", "akin.tools..", "akin.cluster..");

    @ArchTest
    static final ArchRule only_savepoints_are_read_by_streams = noClasses()
            .that()
            .resideOutsideOfPackage("akin.state.savepoint..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink.streaming..");

    @ArchTest
    static final ArchRule packages_have_no_circles =
            SlicesRuleDefinition.slices().matching("akin.state.(*)..").should().beFreeOfCycles();
}
