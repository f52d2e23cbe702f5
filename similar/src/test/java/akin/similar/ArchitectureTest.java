package akin.similar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "akin.similar", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrows_point_left = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("akin.operators..", "akin.jobs..", "akin.tools..", "akin.cluster..", "akin.bench..");

    @ArchTest
    static final ArchRule packages_have_no_circles = SlicesRuleDefinition.slices()
            .matching("akin.similar.(*)..")
            .should()
            .beFreeOfCycles();
}
