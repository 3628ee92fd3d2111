package org.entente.spark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house for this module, which the cli's ArchitectureTest does not see. */
@AnalyzeClasses(
    packages = "org.entente.spark",
    importOptions = ImportOption.DoNotIncludeTests.class)
class RulesTest {
  @ArchTest
  static final ArchRule ROOM =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.entente..")
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              "org.entente.spark..",
                              "org.entente.coding..",
                              "org.entente.knowledge..",
                              "org.entente.report..",
                              "org.entente.model.."))));

  @ArchTest
  static final ArchRule ONLY_MAIN_KNOWS_THE_COMMAND_LINE =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.entente.spark.Main")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule ONLY_MAIN_EXITS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.entente.spark.Main")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule NO_SQL =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..");
}
