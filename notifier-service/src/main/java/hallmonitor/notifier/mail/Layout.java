package hallmonitor.notifier.mail;

import hallmonitor.notifier.notice.ComposedNotice;
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

/** Lays a notice out as plain text and as HTML, with every value escaped in HTML. Thread-safe. */
public final class Layout {
  private final Template plain;
  private final Template html;

  public Layout() {
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    this.plain = engine.parse(source("notice.txt"), Variant.forContentType(Variant.TEXT_PLAIN));
    this.html = engine.parse(source("notice.html"), Variant.forContentType(Variant.TEXT_HTML));
  }

  public String plain(ComposedNotice letter) {
    return plain.data("letter", letter).render();
  }

  public String html(ComposedNotice letter) {
    return html.data("letter", letter).render();
  }

  private static String source(String name) {
    try (InputStream in = Layout.class.getClassLoader().getResourceAsStream("templates/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
