package akin.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "akin.cluster", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrows_point_left = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "akin.models..", "akin.state..", "akin.operators..", "akin.jobs..", "akin.tools..", "akin.bench..");
}
