package org.heatwatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the module's dependencies alone can't say. */
@AnalyzeClasses(packages = "org.heatwatch", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NEITHER_AWS_NOR_GDAL_NOR_WHERE_IT_RUNS = noClasses()
            .that()
            .resideOutsideOfPackage("org.heatwatch.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon..",
                    "com.amazonaws..",
                    "org.heatwatch.aws..",
                    "org.heatwatch.functions..",
                    "org.heatwatch.gdal..",
                    "org.heatwatch.cli..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.heatwatch.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ERRORS_KNOW_NOTHING_OF_THE_DOMAIN = noClasses()
            .that()
            .resideInAPackage("org.heatwatch.errors")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.heatwatch.landsat..", "org.heatwatch.site..");
}
