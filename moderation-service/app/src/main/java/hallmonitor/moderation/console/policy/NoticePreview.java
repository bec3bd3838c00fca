package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.settings.district.District;
import hallmonitor.settings.escalation.Duty;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticePhrases;
import hallmonitor.settings.notice.NoticeTexts;
import hallmonitor.settings.notice.NoticesFile;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A notice to a principal as plain text, in the notifier's layout. */
final class NoticePreview {
  private final NoticeTexts texts;
  private final EscalationRules escalation;
  private final District district;
  private final Policy policy;

  /**
   * Creates a preview.
   *
   * @param notices the draft of notices.yaml
   * @param escalation the current escalation.yaml
   * @throws hallmonitor.settings.yaml.InvalidFileException for a draft with mistakes
   */
  NoticePreview(String notices, String escalation, District district, Policy policy) {
    this.texts = NoticesFile.read(notices);
    this.escalation = EscalationFile.read(escalation);
    this.district = district;
    this.policy = policy;
  }

  TextPreview in(String language, String category) {
    NoticePhrases phrases = NoticePhrases.in(language);
    Clause clause = clause(category);
    String urgency = EnumCodes.of(clause.then().urgency());
    String what = texts.what(category, language);
    String where = district.buildings().get(0).name();
    String subject =
        phrases.fill(
            texts.subject(language),
            Map.of("label", phrases.say("label." + urgency), "what", what, "where", where));
    List<String> lines = new ArrayList<>();
    escalation.duties(category).stream()
        .filter(Duty::inNotice)
        .forEach(duty -> lines.addAll(List.of("*** " + duty.text(language) + " ***", "")));
    lines.add(what);
    lines.add(phrases.say("urgency." + urgency));
    lines.add("");
    lines.add(phrases.say("fact.building") + ": " + where);
    district.accounts().stream()
        .findFirst()
        .ifPresent(account -> lines.add(phrases.say("fact.account") + ": " + account.name()));
    lines.add(phrases.say("fact.time") + ": " + time(phrases));
    lines.add(phrases.say(clause.then().hide() ? "done.hidden" : "done.visible"));
    lines.add("");
    lines.add(texts.todo(category, language));
    lines.add(phrases.say("link") + ": https://…");
    lines.add("");
    lines.add("--");
    lines.add(
        phrases.fill(
            texts.footer(language),
            Map.of(
                "role",
                phrases.say("role.principal"),
                "where",
                where,
                "clause",
                clause.id(),
                "title",
                phrases.title(clause.title(), clause.spanishTitle()))));
    return new TextPreview(language, subject, String.join("\n", lines));
  }

  private String time(NoticePhrases phrases) {
    return ZonedDateTime.now(district.timeZone())
        .format(DateTimeFormatter.ofPattern(phrases.say("time"), phrases.locale()));
  }

  /** Returns the first clause that escalates such a comment, or else the first clause. */
  private Clause clause(String category) {
    return policy.clauses().stream()
        .filter(c -> !c.then().roles().isEmpty())
        .filter(c -> c.when().stream().anyMatch(w -> w.category().label().equals(category)))
        .findFirst()
        .orElse(policy.clauses().get(0));
  }
}
