package hallmonitor.moderation.console.language;

import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ParserHelper;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.Variant;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Makes the console's templates short and bilingual, and shows each sentence in the reader's
 * language.
 */
public class BilingualTemplates {
  private static final String CONSOLE = "console/";
  private static final String APPEAL = "appeal/";

  void configure(@Observes EngineBuilder engine) {
    engine.addParserHook(BilingualTemplates::before);
    engine.addResultMapper(new Sentences());
  }

  private static void before(ParserHelper template) {
    String id = template.getTemplateId();
    if (id.startsWith(CONSOLE) || id.startsWith(APPEAL)) {
      template.addContentFilter(FoldedLines::of);
    }
    if (id.startsWith(CONSOLE)) {
      String page = page(id);
      template.addContentFilter(
          source -> Bilingual.of(source, segment -> Spanish.shipped().segment(page, segment)));
    }
  }

  /** Returns {@code queue/queueList} for {@code console/queue/queueList.html}. */
  private static String page(String id) {
    String name = id.substring(CONSOLE.length());
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Escapes the whole sentence, because its values may be a stranger's text. */
  private static final class Sentences implements ResultMapper {
    private final HtmlEscaper escaper = new HtmlEscaper(List.of(Variant.TEXT_HTML));

    @Override
    public boolean appliesTo(Origin origin, Object result) {
      return result instanceof Sentence;
    }

    @Override
    public String map(Object result, Expression expression) {
      return escaper.map(ReaderLanguage.says((Sentence) result), expression);
    }

    /** Runs before the escaping of texts, which also applies to sentences. */
    @Override
    public int getPriority() {
      return DEFAULT_PRIORITY + 10;
    }
  }
}
