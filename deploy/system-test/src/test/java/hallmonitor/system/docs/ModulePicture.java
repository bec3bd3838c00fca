package hallmonitor.system.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The modules and their dependencies, drawn from the poms as a Mermaid flow chart. */
final class ModulePicture {
  private static final String GROUP = "hallmonitor";

  private ModulePicture() {}

  /**
   * Draws the picture.
   *
   * @param modules the folders with a pom
   * @return one line for each module and each dependency, test dependencies excluded
   */
  static String of(Path root, List<String> modules) throws IOException {
    Map<String, Element> poms = new TreeMap<>();
    for (String module : modules) {
      Element pom = read(root.resolve(module).resolve("pom.xml"));
      poms.put(text(pom, "artifactId"), pom);
    }
    List<String> lines = new ArrayList<>(List.of("```mermaid", "flowchart LR"));
    poms.forEach(
        (name, pom) -> {
          lines.add("  " + name);
          needs(pom).forEach(needed -> lines.add("  " + name + " --> " + needed));
        });
    lines.add("```");
    return String.join("\n", lines);
  }

  private static List<String> needs(Element pom) {
    List<String> needs = new ArrayList<>();
    NodeList all = pom.getElementsByTagName("dependency");
    for (int i = 0; i < all.getLength(); i++) {
      Element dependency = (Element) all.item(i);
      if (text(dependency, "groupId").equals(GROUP) && text(dependency, "scope").isEmpty()) {
        needs.add(text(dependency, "artifactId"));
      }
    }
    return needs;
  }

  /** Returns the text of a direct child; empty if there is none. */
  private static String text(Element parent, String child) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(child)) {
        return node.getTextContent().strip();
      }
    }
    return "";
  }

  /** Returns the folders of all modules that the parent names, in any profile. */
  static List<String> modules(Path root) throws IOException {
    List<String> modules = new ArrayList<>();
    NodeList all = read(root.resolve("pom.xml")).getElementsByTagName("module");
    for (int i = 0; i < all.getLength(); i++) {
      modules.add(all.item(i).getTextContent().strip());
    }
    return modules;
  }

  private static Element read(Path pom) throws IOException {
    try (var in = Files.newInputStream(pom)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(pom + " cannot be read", e);
    }
  }
}
