package hallmonitor.notifier.answer;

import hallmonitor.settings.notice.NoticePhrases;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lays out the page on which a person answers a drill. Thread-safe. */
public final class DrillTemplate {
  private final Template page;

  public DrillTemplate() {
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    try (InputStream in =
        DrillTemplate.class.getClassLoader().getResourceAsStream("templates/drill.html")) {
      this.page =
          engine.parse(
              new String(in.readAllBytes(), StandardCharsets.UTF_8),
              Variant.forContentType(Variant.TEXT_HTML));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String question(String language) {
    return write(language, "drill.title", List.of(say(language, "drill.page")), true);
  }

  public String thanks(String language) {
    return write(language, "drill.thanks", List.of(say(language, "drill.done")), false);
  }

  /** Returns the page for an invalid link in both languages, since the reader's is unknown. */
  public String notValid() {
    return write(
        "en",
        "answer.refused",
        List.of(say("en", "drill.not-valid"), say("es", "drill.not-valid")),
        false);
  }

  public String tooMany() {
    return write(
        "en",
        "answer.refused",
        List.of(say("en", "answer.too-many"), say("es", "answer.too-many")),
        false);
  }

  private String write(String language, String title, List<String> lines, boolean asks) {
    return page.data("language", language)
        .data("title", say(language, title))
        .data("lines", lines)
        .data("asks", asks)
        .data("confirm", say(language, "drill.confirm"))
        .render();
  }

  private static String say(String language, String key) {
    return NoticePhrases.in(language).say(key);
  }
}
