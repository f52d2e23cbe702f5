package akin.operators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "akin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrows_point_left = noClasses()
            .that()
            .resideInAPackage("akin.operators..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "akin.jobs..", "akin.tools..", "akin.cluster..", "org.apache.kafka..", "com.fasterxml..");
}
