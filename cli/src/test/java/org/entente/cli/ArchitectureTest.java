package org.entente.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.entente.coding.syntax.model.BadModelException;

/** The rules of the house, see ARCHITECTURE.md. */
@AnalyzeClasses(packages = "org.entente", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule MODEL_KNOWS_NOTHING_BUT_THE_JDK_AND_JACKSONS_ANNOTATIONS =
      classes()
          .that()
          .resideInAPackage("org.entente.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.entente.model..", "java..", "com.fasterxml.jackson.annotation..");

  @ArchTest static final ArchRule KNOWLEDGE = room("knowledge", "model");
  @ArchTest static final ArchRule CODING = room("coding", "knowledge", "model");
  @ArchTest static final ArchRule EVALUATION = room("evaluation", "coding", "knowledge", "model");
  @ArchTest static final ArchRule STORE = room("store", "model");
  @ArchTest static final ArchRule FEEDS = room("feeds", "store", "coding", "knowledge", "model");
  @ArchTest static final ArchRule ANALYSIS = room("analysis", "store", "model");
  @ArchTest static final ArchRule EXCHANGE = room("exchange", "store", "knowledge", "model");
  @ArchTest static final ArchRule SWAY = room("sway", "analysis", "store", "model");
  @ArchTest static final ArchRule REPORT = room("report", "sway", "analysis", "store", "model");

  @ArchTest
  static final ArchRule SERVER =
      room(
          "server",
          "report",
          "sway",
          "analysis",
          "exchange",
          "feeds",
          "evaluation",
          "store",
          "coding",
          "knowledge",
          "model");

  @ArchTest
  static final ArchRule NOTHING_KNOWS_THE_COMMAND_LINE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.entente.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.entente.cli..", "picocli..");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("org.entente.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_THE_STORE_SPEAKS_SQL =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.entente.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.duckdb..");

  /** It is in the converter and in comparisons, in the module benchmarks. */
  @ArchTest
  static final ArchRule NOTHING_THAT_IS_SHIPPED_KNOWS_NLP4J =
      noClasses().should().dependOnClassesThat().resideInAPackage("edu.emory..");

  @ArchTest
  static final ArchRule ONLY_SYNTAX_SEES_THE_MODELS_WEIGHTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.entente.coding.syntax..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.entente.coding.syntax.model..")
                  .and(DescribedPredicate.not(assignableTo(BadModelException.class))));

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper");

  @ArchTest
  static final ArchRule ONLY_MAIN_EXITS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.entente.cli.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  /** A module that knows these others of ours, and no more. */
  private static ArchRule room(String name, String... known) {
    DescribedPredicate<JavaClass> ours = resideInAPackage("org.entente..");
    String[] packages = new String[known.length + 1];
    packages[0] = "org.entente." + name + "..";
    for (int i = 0; i < known.length; i++) {
      packages[i + 1] = "org.entente." + known[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage(packages[0])
        .should()
        .dependOnClassesThat(ours.and(DescribedPredicate.not(resideInAnyPackage(packages))))
        .as(name + " knows of ours only " + String.join(", ", known));
  }
}
