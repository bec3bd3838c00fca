package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.drafting.BacktestRun;
import hallmonitor.moderation.drafting.Draft;
import hallmonitor.moderation.drafting.ShadowRun;
import hallmonitor.moderation.finding.NamedWords;
import hallmonitor.moderation.policy.budget.ThresholdWarning;
import hallmonitor.moderation.policy.change.TextLines;
import hallmonitor.moderation.policy.file.WrittenClause;
import hallmonitor.moderation.policy.file.WrittenClause.Condition;
import hallmonitor.moderation.policy.file.WrittenPolicy;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.notice.NoticeTexts;
import hallmonitor.settings.yaml.WrittenValues;
import hallmonitor.settings.yaml.YamlMapping;
import hallmonitor.settings.yaml.YamlPath;
import hallmonitor.settings.yaml.YamlText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A draft with everything known about it.
 *
 * @param file name of its file
 * @param policy its content; empty for another document, and for text that is not YAML
 * @param text its values; empty for text that is not YAML
 * @param warnings of thresholds that make no sense; empty for another document, and while there are
 *     mistakes
 * @param sentences differences from the current version, in words
 * @param scheduleChanges what it would change for records; empty if its records schedule, or where
 *     its accounts belong, is as it is now
 * @param lines differences of its text
 * @param inForce the current version
 * @param shifts what the last backtest found, over all clauses
 * @param me the viewer's user name
 * @param approver whether the viewer's role may be the second person
 */
public record DraftPage(
    Draft draft,
    String file,
    Optional<WrittenPolicy> policy,
    Optional<YamlText> text,
    List<DraftMistake> mistakes,
    List<ThresholdWarning> warnings,
    List<Sentence> sentences,
    Optional<ScheduleDraft> scheduleChanges,
    List<TextLines.Line> lines,
    String inForce,
    Optional<ShadowRun> shadowRun,
    Optional<BacktestRun> backtestRun,
    List<Shift> shifts,
    String me,
    boolean administrator,
    boolean approver) {
  /** A kind of change, with the number of past comments that it would have met. */
  public record Shift(String kind, long n) {}

  public @Nullable WrittenPolicy getWritten() {
    return policy.orElse(null);
  }

  /** Returns whether its records schedule is not the current one. */
  public boolean isReschedules() {
    return scheduleChanges.isPresent();
  }

  public @Nullable ScheduleDraft getSchedule() {
    return scheduleChanges.orElse(null);
  }

  /** Returns whether it can be edited with forms. */
  public boolean isReadable() {
    return text.isPresent();
  }

  public WrittenValues getValues() {
    return text.map(YamlText::written).orElse(WrittenValues.NOTHING);
  }

  /** Returns how long a faint danger may wait, as written, or the default. */
  public String laneTime(String key, String shipped) {
    String written = getValues().item("danger-lane").text(key);
    return written.isEmpty() ? shipped : written;
  }

  public List<WrittenClause> getClauses() {
    return policy.map(WrittenPolicy::clauses).orElse(List.of());
  }

  /** Returns whether a clause opens a chapter, as 2.1 does after 1.3; the first one does. */
  public boolean opens(int index) {
    return index == 0
        || !ReadClause.chapter(getClauses().get(index).id())
            .equals(ReadClause.chapter(getClauses().get(index - 1).id()));
  }

  public String getProfanity() {
    return String.join("\n", words().profanity());
  }

  public String getDoubtful() {
    return String.join("\n", words().doubtful());
  }

  private NamedWords words() {
    return policy.map(WrittenPolicy::words).orElse(NamedWords.NONE);
  }

  public String getAllowed() {
    return String.join("\n", words().allowed());
  }

  /** Returns whether the current version differs from the one that the draft started from. */
  public boolean isBehind() {
    return draft.isUnderWork() && !draft.base().equals(inForce);
  }

  public boolean isMine() {
    return draft.proposedBy().equals(me);
  }

  /** Returns whether the viewer takes part in publishing it. */
  public boolean isTheirs() {
    return administrator || draft.isProposed() && approver;
  }

  public boolean isEditable() {
    return administrator && draft.isUnderWork();
  }

  public boolean isInShadow() {
    return shadowRun.filter(run -> run.endsAt().isAfter(Instant.now())).isPresent();
  }

  public @Nullable ShadowRun getShadow() {
    return shadowRun.orElse(null);
  }

  public @Nullable BacktestRun getBacktest() {
    return backtestRun.orElse(null);
  }

  /** Returns the backtest of the text as it stands; null if there is none. */
  public @Nullable BacktestRun getTrial() {
    return backtestRun.filter(run -> run.body().equals(draft.body())).orElse(null);
  }

  /** Returns whether there is a change that can be tried on the past. */
  public boolean isTriable() {
    return draft.isPolicy() && mistakes.isEmpty() && !lines.isEmpty();
  }

  /** Returns what happens when a clause holds, as written. */
  public Sentence then(WrittenClause clause) {
    return ThenWords.of(clause);
  }

  /** Returns how readily a line of a clause holds; empty while its score is invalid. */
  public Sentence howReadily(Condition condition) {
    return Eagerness.of(condition.atLeast()).map(Eagerness::sentence).orElse(Sentence.NONE);
  }

  /** Returns the number of mistakes in a list item. */
  public long mistakesAt(String list, int item) {
    YamlPath path = YamlPath.ROOT;
    for (String key : list.split("\\.")) {
      path = path.then(key);
    }
    return mistakesIn(path.then(item));
  }

  public long mistakesIn(YamlPath place) {
    return mistakes.stream().filter(m -> m.path().isIn(place)).count();
  }

  /**
   * The pace of one kind of escalation.
   *
   * @param category empty for all
   * @param item as in addresses
   */
  public record Pace(
      String category, String urgency, String item, YamlPath path, WrittenValues written) {}

  /**
   * Returns the paces for all categories together, and for each category with its own or the common
   * one.
   */
  public List<Pace> getPaces() {
    List<Pace> paces = new ArrayList<>();
    for (String urgency : List.of("immediate", "soon")) {
      paces.add(pace("", urgency, urgency, YamlPath.of(urgency)));
    }
    for (String category : EscalationFile.CATEGORIES) {
      for (String urgency : List.of("immediate", "soon")) {
        YamlPath path = YamlPath.of("categories", category, urgency);
        paces.add(pace(category, urgency, category + "." + urgency, path));
      }
    }
    return paces;
  }

  private Pace pace(String category, String urgency, String item, YamlPath path) {
    return new Pace(
        category,
        urgency,
        item,
        path,
        text.map(t -> t.written(path)).orElse(WrittenValues.NOTHING));
  }

  /** Returns the categories with notices, ending with the default. */
  public List<String> getNoticeCategories() {
    List<String> categories = new ArrayList<>(EscalationFile.CATEGORIES);
    categories.add(NoticeTexts.OTHER);
    return categories;
  }

  public YamlPath noticePath(String category) {
    return YamlPath.of("categories", category);
  }

  /** Returns the kinds of accounts, named as in accounts.yaml. */
  public List<String> getAccountKinds() {
    return Arrays.stream(AccountKind.values()).map(YamlMapping::nameOf).toList();
  }

  public YamlPath kindPath(String kind) {
    return YamlPath.of("kinds", kind);
  }

  /** Returns the number of mistakes in a clause. */
  public long mistakesIn(int clause) {
    return mistakes.stream().filter(m -> m.clause() == clause).count();
  }
}
