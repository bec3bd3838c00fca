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
import java.util.Map;

/** Lays the page out and escapes every value. Thread-safe. */
public final class AnswerTemplate {
  private final Template page;
  private final Template refusal;

  public AnswerTemplate() {
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    for (String part : List.of("answer-comment", "answer-acts")) {
      engine.putTemplate(
          part, engine.parse(source(part + ".html"), Variant.forContentType(Variant.TEXT_HTML)));
    }
    this.page = engine.parse(source("answer.html"), Variant.forContentType(Variant.TEXT_HTML));
    this.refusal =
        engine.parse(source("answer-refused.html"), Variant.forContentType(Variant.TEXT_HTML));
  }

  public String page(AnswerPage shown) {
    return page.data("page", shown).render();
  }

  /** Returns the page for an invalid link in both languages, since the reader's is unknown. */
  public String notValid() {
    return refusal(
        "en", List.of(inLanguage("en", "answer.not-valid"), inLanguage("es", "answer.not-valid")));
  }

  public String runOut(String language) {
    return refusal(language, List.of(inLanguage(language, "answer.run-out")));
  }

  /** Returns the page for a person who no longer holds what the link was sent for. */
  public String noLonger(String language, List<String> instead) {
    String turn =
        instead.isEmpty()
            ? inLanguage(language, "answer.turn-to-console")
            : NoticePhrases.in(language)
                .fill(
                    inLanguage(language, "answer.turn-to"),
                    Map.of("who", String.join(", ", instead)));
    return refusal(language, List.of(inLanguage(language, "answer.no-longer"), turn));
  }

  public String tooMany() {
    return refusal(
        "en", List.of(inLanguage("en", "answer.too-many"), inLanguage("es", "answer.too-many")));
  }

  private String refusal(String language, List<String> lines) {
    return refusal
        .data("language", language, "title", inLanguage(language, "answer.refused"), "lines", lines)
        .render();
  }

  private static String inLanguage(String language, String key) {
    return NoticePhrases.in(language).say(key);
  }

  private static String source(String name) {
    try (InputStream in =
        AnswerTemplate.class.getClassLoader().getResourceAsStream("templates/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
