package com.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Who imports Waxseal's parent as a BOM gets versions for what runs, and none for tests, drivers or plugins. */
class BomTest {
  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  private record Managed(String group, String artifact, String version, String type, String scope) {
    private String jar() {
      return artifact + "-" + version + ".jar";
    }

    private boolean ours() {
      return group.equals("io.waxseal");
    }
  }

  @Test
  void whatTheBomManagesIsOursOrStandsOnThePathOfTheLibrariesInThatVersion() throws Exception {
    Set<String> jars = jars();
    assertThat(managed())
        .isNotEmpty()
        .filteredOn(artifact -> !artifact.ours())
        .allSatisfy(artifact -> assertThat(jars).contains(artifact.jar()));
  }

  @Test
  void theBomKnowsNeitherTestsNorDriversNorImports() throws Exception {
    assertThat(managed()).allSatisfy(artifact -> {
      assertThat(artifact.scope()).isEmpty();
      assertThat(artifact.type()).isEmpty();
      assertThat(artifact.group()).doesNotContain("junit", "assertj", "test", "xerial", "postgres");
    });
  }

  @Test
  void theTestsRunWithTheVersionsThatThisHostNames() {
    assertThat(jars())
        .contains(
            "junit-jupiter-5.14.4.jar", "assertj-core-3.27.7.jar", "sqlite-jdbc-3.54.1.0.jar");
  }

  private static Set<String> jars() {
    return Stream.of("java.class.path", "jdk.module.path")
        .flatMap(path -> Arrays.stream(System.getProperty(path, "").split(File.pathSeparator)))
        .map(jar -> Path.of(jar).getFileName().toString())
        .collect(Collectors.toSet());
  }

  private static List<Managed> managed() throws Exception {
    Node pom = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new File(System.getProperty("waxseal.bom")));
    NodeList all = (NodeList) XPATH.evaluate(
        "/project/dependencyManagement/dependencies/dependency", pom, XPathConstants.NODESET);
    List<Managed> managed = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Node one = all.item(i);
      managed.add(new Managed(
          XPATH.evaluate("groupId", one),
          XPATH.evaluate("artifactId", one),
          XPATH.evaluate("version", one),
          XPATH.evaluate("type", one),
          XPATH.evaluate("scope", one)));
    }
    return managed;
  }
}
