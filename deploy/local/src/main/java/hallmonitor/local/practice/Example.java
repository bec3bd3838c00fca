package hallmonitor.local.practice;

import hallmonitor.local.web.TemplatePage;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A comment of one kind that a school meets, to try with one click; from {@code examples.yaml}.
 *
 * @param texts its wordings, at least one
 */
record Example(String kind, String label, String author, boolean hasPicture, List<String> texts) {
  private static final String FILE = "examples.yaml";

  /** All, in the order of their buttons. */
  static final List<Example> ALL =
      YamlFile.read(
          FILE,
          new String(TemplatePage.resource(Example.class, FILE), StandardCharsets.UTF_8),
          root -> root.list("examples", Example::of));

  Example {
    texts = List.copyOf(texts);
  }

  private static Example of(YamlMapping m) {
    m.allow("kind", "label", "author", "promises", "picture", "texts");
    return new Example(
        m.text("kind"),
        m.text("label"),
        m.text("author"),
        m.flag("picture", false),
        m.texts("texts"));
  }

  /** Alternates the wordings, so that a second click does not repeat the comment. */
  String text(int turn) {
    return texts.get(Math.floorMod(turn, texts.size()));
  }

  static Optional<Example> ofKind(String kind) {
    return ALL.stream().filter(example -> example.kind().equals(kind)).findFirst();
  }
}
