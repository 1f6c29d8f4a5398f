package io.waxseal.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say of the code is true of the code. */
@Tag("data")
class DocumentsTest {
  private static final Path ROOT = Path.of(System.getProperty("waxseal.root"));
  /** Its blocks are of a project of its own, compared by a test of its own. */
  private static final String ADAPTERS = "docs/adapters.md";

  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))\\.(\\w+)`");
  private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]+)`");
  /** With the Cloud API Meta's endpoint decrypts for the business. */
  private static final Pattern CLAIM = Pattern.compile("(?i)end.to.end.encrypt|\\bE2EE\\b");

  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");

  @Test
  void startHasTwoCommandsOfOneLineEach() throws IOException {
    String start = Documents.section(Documents.read(ROOT, "README.md"), "## Start");
    List<Documents.Block> blocks = Documents.blocks(start);
    assertThat(blocks).hasSize(2).allMatch(block -> block.code().strip().lines().count() == 1);
    assertThat(blocks.get(0).code()).contains("mvn").contains("quickstart");
    assertThat(blocks.get(1).code()).contains("mvn").contains("verify");
  }

  @Test
  void theContinuousIntegrationRunsTheCommandOfTheReadme() throws IOException {
    assertThat(Documents.read(ROOT, ".ci/run")).contains("README.md").contains("## Start");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void javaInADocumentIsTakenFromACompiledFile(String document) throws IOException {
    String compiled = squeeze(compiledExamples());
    for (Documents.Block block : Documents.blocks(Documents.read(ROOT, document))) {
      if (block.language().equals("java") && !document.equals(ADAPTERS)) {
        assertThat(compiled).contains(squeeze(block.code()));
      }
    }
  }

  @Test
  void theAdaptersPageIsTakenFromTheAdapters() throws IOException {
    String sources = squeeze(sources(ROOT.resolve("examples/adapter")));
    List<Documents.Block> blocks = Documents.blocks(Documents.read(ROOT, ADAPTERS));
    List<Documents.Block> taken =
        blocks.stream().filter(block -> !block.language().isEmpty()).toList();
    assertThat(taken).extracting(Documents.Block::language).contains("java", "xml");
    assertThat(taken).allSatisfy(block -> assertThat(sources).contains(squeeze(block.code())));
  }

  @Test
  void everyInterfaceOfTheAdaptersPageHasTheContractThatIsNamed() throws IOException {
    String table = Documents.section(Documents.read(ROOT, ADAPTERS), "## The interfaces");
    Matcher row = Pattern.compile("(?m)^\\| `(\\w+)` \\|.*\\| `(\\w+)` \\|$").matcher(table);
    int rows = 0;
    while (row.find()) {
      rows++;
      assertThat(row.group(2)).isEqualTo(row.group(1) + "Contract");
      assertThat(Documents.source(ROOT, row.group(1))).exists();
      assertThat(Documents.test(ROOT, row.group(2))).exists();
    }
    assertThat(rows).isEqualTo(contracts());
  }

  /** How many contracts there are, so that the page leaves none out. */
  private static int contracts() throws IOException {
    int contracts = 0;
    for (String module : List.of("core", "crypto", "consent", "redaction")) {
      try (Stream<Path> files =
          Files.walk(ROOT.resolve(module + "/src/test/java/io/waxseal/contract"))) {
        contracts += (int) files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith("Contract.java") && !name.equals("StoreContract.java"))
            .count();
      }
    }
    return contracts;
  }

  private static String sources(Path project) throws IOException {
    StringBuilder all = new StringBuilder(Files.readString(project.resolve("pom.xml")));
    try (Stream<Path> files = Files.walk(project.resolve("src"))) {
      for (Path file :
          files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private static String compiledExamples() throws IOException {
    return Files.readString(Documents.test(ROOT, "ReadmeExample"))
        + Files.readString(Documents.test(ROOT, "SimulatorExampleTest"))
        + Files.readString(Documents.test(ROOT, "MediaExampleTest"))
        + Files.readString(Documents.test(ROOT, "RedactionExample"))
        + sources(ROOT.resolve("examples/restaurant"));
  }

  private static String squeeze(String code) {
    return code.replaceAll("\\s+", "");
  }

  static List<String> documents() throws IOException {
    List<String> documents = new ArrayList<>();
    for (Path folder : List.of(ROOT, ROOT.resolve("docs"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(".md"))
            .forEach(file -> documents.add(ROOT.relativize(file).toString()));
      }
    }
    assertThat(documents).contains("README.md", "docs/security.md", "docs/operations.md");
    return documents;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyTestThatADocumentNamesExists(String document) throws IOException {
    Matcher named = TEST.matcher(Documents.read(ROOT, document));
    int tests = 0;
    while (named.find()) {
      tests++;
      assertThat(Files.readString(Documents.test(ROOT, named.group(1))))
          .as(named.group())
          .contains(" " + named.group(2) + "(");
    }
    assertThat(tests).isGreaterThanOrEqualTo(document.equals("docs/security.md") ? 12 : 0);
  }

  @Test
  void everyClassThatSecurityNamesExists() throws IOException {
    Matcher named =
        CLASS.matcher(Documents.section(Documents.read(ROOT, "docs/security.md"), "## Promises"));
    int classes = 0;
    while (named.find()) {
      classes++;
      assertThat(Documents.source(ROOT, named.group(1))).exists();
    }
    assertThat(classes).isGreaterThan(10);
  }

  @Test
  void everyDemandHasOneRowAndWhatShowsItAsserts() throws IOException {
    List<Documents.Demand> demands = Documents.demands(ROOT);
    List<String> ids = Stream.concat(
            IntStream.rangeClosed(1, 101).mapToObj("A%02d"::formatted),
            IntStream.rangeClosed(1, 26).mapToObj("B%02d"::formatted))
        .toList();
    assertThat(demands).extracting(Documents.Demand::id).containsExactlyElementsOf(ids);
    for (Documents.Demand demand : demands) {
      assertThat(demand.classes().isEmpty())
          .as(demand.id())
          .isEqualTo(demand.tests().isEmpty());
      for (String name : demand.classes()) {
        assertThat(Documents.source(ROOT, name)).exists();
      }
      for (String test : demand.tests()) {
        assertThat(Documents.asserts(ROOT, test))
            .as("%s: %s asserts", demand.id(), test)
            .isTrue();
      }
    }
    long shown = demands.stream().filter(demand -> !demand.tests().isEmpty()).count();
    System.out.println("demands shown=" + shown + " of " + demands.size());
  }

  @Test
  void aTestThatAssertsNothingIsFoundOut() {
    String test =
        "class T {\n  void says() {\n    go();\n  }\n\n  void checks() {\n    look();\n  }\n\n"
            + "  private void look() {\n    assertThat(1).isEqualTo(1);\n  }\n}\n";
    assertThat(Documents.asserts(test, "says")).isFalse();
    assertThat(Documents.asserts(test, "checks")).isTrue();
    assertThat(Documents.asserts(test, "isMissing")).isFalse();
  }

  @Test
  void noDocumentClaimsMoreEncryptionThanThereIs() throws IOException {
    List<String> claims = new ArrayList<>();
    for (String document : documents()) {
      Documents.read(ROOT, document)
          .lines()
          .filter(line -> CLAIM.matcher(line).find())
          .filter(line -> !line.contains("does not call this"))
          .forEach(claims::add);
    }
    assertThat(CLAIM.matcher("End-to-end encrypted").find()).isTrue();
    assertThat(claims).isEmpty();
  }

  @Test
  void theTrustedKernelIsWhatMutationTestsAttack() throws IOException {
    String poms = Documents.read(ROOT, "core/pom.xml") + Documents.read(ROOT, "crypto/pom.xml");
    for (Documents.Room room : Documents.trustedKernel(ROOT)) {
      for (String name : room.classes()) {
        assertThat(poms).contains("." + name + "</param>");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsSomewhere(String document) throws IOException {
    Path home = ROOT.resolve(document).getParent();
    Matcher link = LINK.matcher(Documents.read(ROOT, document));
    while (link.find()) {
      assertThat(home.resolve(link.group(1))).exists();
    }
  }

  @Test
  void nothingElseStandsAtTheTop() throws IOException {
    Set<String> allowed = Set.of(
        "pom.xml",
        "core",
        "crypto",
        "redaction",
        "consent",
        "examples",
        "README.md",
        "LICENSE",
        "NOTICE",
        "SECURITY.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "docs",
        "target");
    try (Stream<Path> top = Files.list(ROOT)) {
      assertThat(
              top.map(path -> path.getFileName().toString()).filter(name -> !name.startsWith(".")))
          .isSubsetOf(allowed);
    }
  }
}
