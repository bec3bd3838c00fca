package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.DocumentFiles;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.ReplyTexts;
import hallmonitor.moderation.policy.file.RepliesFile;
import hallmonitor.settings.yaml.InvalidFileException;
import hallmonitor.settings.yaml.WrittenValues;
import hallmonitor.settings.yaml.YamlPath;
import hallmonitor.settings.yaml.YamlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Previews of a draft's texts with invented details. */
@ApplicationScoped
public class TextPreviews {
  private static final String REFERENCE = "7K2M-9QXB-4TDN";
  private static final int MONTH = 30;

  private final DocumentFiles documents;
  private final LiveRules rules;
  private final ObjectionRules objections;

  TextPreviews(DocumentFiles documents, LiveRules rules, ObjectionRules objections) {
    this.documents = documents;
    this.rules = rules;
    this.objections = objections;
  }

  /** Returns nothing for parts that no one receives, and for missing texts. */
  List<TextPreview> of(FormPart part, String item, String body) {
    return switch (part) {
      case TEMPLATES, BLOCK_NOTICE ->
          YamlText.of(body)
              .map(text -> reply(text.written(place(part, item, text)), address(body)))
              .orElse(List.of());
      case NOTICE -> notice(item, body);
      case NOTICE_FRAME -> notice("threat", body);
      default -> List.of();
    };
  }

  private static YamlPath place(FormPart part, String item, YamlText text) {
    return part.path(item, text).orElse(YamlPath.ROOT);
  }

  private String address(String body) {
    try {
      return RepliesFile.read(body).appeals().howTo(REFERENCE);
    } catch (InvalidFileException e) {
      return objections.current().appeals().howTo(REFERENCE);
    }
  }

  private List<TextPreview> reply(WrittenValues texts, String appeal) {
    Clause clause =
        rules.policy().current().value().clauses().stream()
            .filter(c -> c.then().hide())
            .findFirst()
            .orElse(rules.policy().current().value().clauses().get(0));
    String until =
        LocalDate.now(rules.district().current().value().timeZone()).plusDays(MONTH).toString();
    return ReplyTexts.LANGUAGES.stream()
        .filter(language -> !texts.text(language).isEmpty())
        .map(
            language ->
                new TextPreview(
                    language,
                    "",
                    ReplyTexts.fill(
                        texts.text(language),
                        Map.of(
                            "clause",
                            clause.id(),
                            "title",
                            ClauseTexts.title(clause, language),
                            "wording",
                            ClauseTexts.wording(clause, language),
                            "appeal",
                            appeal,
                            "until",
                            until))))
        .toList();
  }

  private List<TextPreview> notice(String category, String body) {
    try {
      NoticePreview preview =
          new NoticePreview(
              body,
              documents.current(Document.ESCALATION).text(),
              rules.district().current().value(),
              rules.policy().current().value());
      return ReplyTexts.LANGUAGES.stream().map(l -> preview.in(l, category)).toList();
    } catch (InvalidFileException e) {
      return List.of(); // its mistakes are shown instead
    }
  }
}
