package akin.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
                    "org.apache.lucene..",
                    "jdk.incubator.vector",
                    "");

    @ArchTest
    static final ArchRule two_classes_know_lucene = noClasses()
            .that()
            .haveNameNotMatching("akin.models.neighbours.(Graph|Links)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule models_have_no_clock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random");
}
