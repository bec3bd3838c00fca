package hallmonitor.printing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.ValueResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A Qute template of XHTML that becomes PDF. Every value is always text, shown completely (see
 * {@link PrintableText}). Texts have {@code lines}, a {@code direction} ({@code ltr} or {@code
 * rtl}) and whether they are a {@code hash}. A template includes {@code quote} with a {@code text},
 * {@code facts} with {@link PrintedFact}s and {@code rows} with a {@link PrintedTable}.
 * Thread-safe.
 */
public final class PrintTemplate {
  private static final Engine ENGINE =
      Engine.builder()
          .addDefaults()
          .addValueResolver(
              ofText("lines", text -> List.of(PrintableText.of(text).split("\n", -1))))
          .addValueResolver(ofText("direction", PrintableText::direction))
          .addValueResolver(ofText("hash", text -> text.matches("[0-9a-f]{64}")))
          .addValueResolver(new ReflectionValueResolver())
          .addResultMapper(new AsText())
          .build();

  static {
    for (String part : List.of("quote", "facts", "rows")) {
      ENGINE.putTemplate(part, ENGINE.parse(source(PrintTemplate.class, part + ".html")));
    }
  }

  private static final String STYLE = source(PrintTemplate.class, "print.css");

  private final Template template;

  /**
   * Loads a template.
   *
   * @param beside a class in the template's package
   * @param name of the file, such as {@code case.html}
   */
  public PrintTemplate(Class<?> beside, String name) {
    this.template =
        ENGINE.parse(
            source(beside, name).replace("<head>", "<head><style>{|" + STYLE + "|}</style>"));
  }

  /**
   * Fills the template and converts it.
   *
   * @param values names and their values, alternating
   */
  public byte[] pdf(@Nullable Object... values) {
    return PdfRenderer.pdf(html(values));
  }

  String html(@Nullable Object... values) {
    var filled = template.instance();
    for (int i = 0; i < values.length; i += 2) {
      filled.data(String.valueOf(values[i]), values[i + 1]);
    }
    return filled.render();
  }

  private static ValueResolver ofText(String name, Function<String, Object> of) {
    return ValueResolver.builder()
        .applyToBaseClass(CharSequence.class)
        .applyToName(name)
        .resolveSync((EvalContext context) -> of.apply(context.getBase().toString()))
        .build();
  }

  /** Turns values into text that a page can show; never into markup. */
  private static final class AsText implements ResultMapper {
    @Override
    public boolean appliesTo(Origin origin, Object result) {
      return true;
    }

    @Override
    public String map(Object result, Expression expression) {
      return PrintableText.of(result.toString())
          .replace("&", "&amp;")
          .replace("<", "&lt;")
          .replace(">", "&gt;")
          .replace("\"", "&quot;")
          .replace("'", "&#39;");
    }
  }

  private static String source(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the build");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
