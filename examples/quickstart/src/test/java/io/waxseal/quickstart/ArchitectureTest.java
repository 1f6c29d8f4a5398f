package io.waxseal.quickstart;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The walls of the house, checked on the compiled classes of the four libraries. */
@Tag("data")
class ArchitectureTest {
  /** As many lines of our files as can be read in an hour; docs/security.md says why. */
  private static final int HOUR = 1_200;

  private static final Path ROOT = Path.of(System.getProperty("waxseal.root"));
  private static final JavaClasses LIBRARIES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("io.waxseal")
      .that(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("belong to a library") {
        @Override
        public boolean test(JavaClass javaClass) {
          return !javaClass.getPackageName().startsWith("io.waxseal.quickstart")
              && !javaClass.getPackageName().startsWith("io.waxseal.simulator");
        }
      });

  @Test
  void theLibrariesAreAllThere() {
    assertThat(LIBRARIES).hasSizeGreaterThan(150);
    for (String name : List.of("crypto", "redaction", "consent", "send", "webhook")) {
      assertThat(LIBRARIES.containPackage("io.waxseal." + name)).isTrue();
    }
  }

  @Test
  void cryptoRedactionAndConsentMeetOnlyInCore() {
    List<String> rooms =
        List.of("io.waxseal.crypto..", "io.waxseal.redaction..", "io.waxseal.consent..");
    for (String room : rooms) {
      String[] others = rooms.stream().filter(other -> !other.equals(room)).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(room)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(LIBRARIES);
    }
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(rooms.toArray(String[]::new))
        .check(LIBRARIES);
  }

  @Test
  void noPackagesFormACircle() {
    slices()
        .assignedFrom(new SliceAssignment() {
          @Override
          public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return javaClass.getPackageName().startsWith("io.waxseal")
                ? SliceIdentifier.of(javaClass.getPackageName())
                : SliceIdentifier.ignore();
          }

          @Override
          public String getDescription() {
            return "packages";
          }
        })
        .should()
        .beFreeOfCycles()
        .check(LIBRARIES);
  }

  @Test
  void tinkAndWhatItBringsStayInCrypto() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.waxseal.crypto..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.crypto..", "com.google.protobuf..", "com.google.gson..")
        .check(LIBRARIES);
  }

  @Test
  void moshiIsInNoPublicSignature() {
    assertThat(signatures("com.squareup.moshi")).isEmpty();
    assertThat(signatures("okio")).isEmpty();
  }

  @Test
  void okHttpIsAtOneExtensionPoint() {
    assertThat(signatures("okhttp3")).containsExactly("io.waxseal.WhatsApp$Builder.http");
  }

  @Test
  void tinkIsAtOneExtensionPoint() {
    assertThat(signatures("com.google.crypto")).containsExactly("io.waxseal.crypto.Kek.of");
  }

  /** Public or protected members of public classes in exported packages whose types come from a foreign package. */
  private static Set<String> signatures(String foreign) {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : LIBRARIES) {
      if (!type.getModifiers().contains(JavaModifier.PUBLIC)
          || type.getPackageName().contains(".internal.")) {
        continue;
      }
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        boolean visible = unit.getModifiers().contains(JavaModifier.PUBLIC)
            || unit.getModifiers().contains(JavaModifier.PROTECTED);
        boolean uses = Stream.concat(
                unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
            .anyMatch(used -> used.getBaseComponentType().getPackageName().startsWith(foreign));
        if (visible && uses) {
          found.add(type.getName() + "." + unit.getName());
        }
      }
    }
    return found;
  }

  @Test
  void secretContentIsReadInFewPlacesAndOnlyWithAccess() {
    assertThat(Arrays.stream(Secret.class.getMethods())
            .filter(method -> method.getDeclaringClass() == Secret.class)
            .filter(method ->
                method.getReturnType() == byte[].class || method.getReturnType() == String.class)
            .filter(method -> !method.getName().equals("toString")))
        .isNotEmpty()
        .allMatch(method -> Arrays.asList(method.getParameterTypes()).contains(SecretAccess.class));
    Set<String> readers = new TreeSet<>();
    LIBRARIES
        .get(SecretAccess.class)
        .getMethod("granted")
        .getCallsOfSelf()
        .forEach(call -> readers.add(call.getOriginOwner().getName()));
    assertThat(readers)
        .containsExactly(
            "io.waxseal.Handshake",
            "io.waxseal.crypto.KekFile",
            "io.waxseal.internal.crypto.Digests",
            "io.waxseal.internal.http.GraphTransport");
    classes()
        .that()
        .areAssignableTo(Secret.class)
        .should()
        .notBeAssignableTo(java.io.Serializable.class)
        .check(LIBRARIES);
  }

  /** In byte code a try-with-resources catches Throwable too, so that name is looked for in the source. */
  @Test
  void nobodyCatchesThrowable() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module : List.of("core", "crypto", "redaction", "consent")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          if (Files.readString(file).contains("catch (Throwable")) {
            found.add(file);
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noParserCatchesWhatAMistakeOfOursWouldThrow() {
    Set<String> tooWide = Set.of(
        "java.lang.RuntimeException",
        "java.lang.Exception",
        "java.lang.NullPointerException",
        "java.lang.ClassCastException",
        "java.lang.IndexOutOfBoundsException",
        "java.lang.ArrayIndexOutOfBoundsException",
        "java.lang.StackOverflowError");
    List<String> parsers = List.of(
        "io.waxseal.json.",
        "io.waxseal.internal.json.",
        "io.waxseal.webhook.",
        "io.waxseal.audit.AuditVerifier",
        "io.waxseal.audit.AuditLeaf",
        "io.waxseal.audit.Checkpoint",
        "io.waxseal.audit.VerifierKey",
        "io.waxseal.send.Answer",
        "io.waxseal.crypto.SealedRecord",
        "io.waxseal.crypto.WrappedKey",
        "io.waxseal.crypto.KekFile",
        "io.waxseal.crypto.Padme");
    List<String> found = new ArrayList<>();
    int blocks = 0;
    for (JavaClass type : LIBRARIES.that(alwaysTrue())) {
      if (parsers.stream().noneMatch(type.getName()::startsWith)) {
        continue;
      }
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        for (var block : unit.getTryCatchBlocks()) {
          blocks++;
          block.getCaughtThrowables().stream()
              .map(JavaClass::getName)
              .filter(tooWide::contains)
              .forEach(caught -> found.add(unit.getFullName() + " catches " + caught));
        }
      }
    }
    assertThat(blocks).as("try blocks looked at").isGreaterThan(5);
    assertThat(found).isEmpty();
  }

  @Test
  void eachRoomOfTheTrustedKernelCanBeReadInAnHour() throws IOException {
    List<Documents.Room> rooms = Documents.trustedKernel(ROOT);
    assertThat(rooms.stream().flatMap(room -> room.classes().stream()))
        .doesNotHaveDuplicates()
        .contains(
            "SignatureVerifier",
            "SendGate",
            "Permit",
            "MessageTransport",
            "JdbcInbox",
            "SealedVault",
            "JdbcPersonDirectory",
            "MerkleTree");
    for (Documents.Room room : rooms) {
      assertThat(room.limit()).as("limit of %s", room.name()).isLessThanOrEqualTo(HOUR);
      assertThat(lines(room)).as("lines of %s", room.name()).isBetween(100L, (long) room.limit());
    }
  }

  private static long lines(Documents.Room room) throws IOException {
    long lines = 0;
    for (String name : room.classes()) {
      try (Stream<String> content = Files.lines(Documents.source(ROOT, name))) {
        lines += content.count();
      }
    }
    return lines;
  }
}
