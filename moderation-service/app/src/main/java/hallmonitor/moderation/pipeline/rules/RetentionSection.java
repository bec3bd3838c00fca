package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.casework.DistrictWords;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionReach;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.yaml.YamlMapping;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the section {@code retention} of decisions.yaml: a line for each kind of records, and a
 * list of rules for single accounts, buildings, and kinds of accounts.
 */
final class RetentionSection {
  private static final String FOREVER = "forever";
  private static final int LONGEST_TEXT = 300;

  /** What the rules have in common unless they say otherwise. */
  private record Common(CharSequence authority, CharSequence source) {}

  /**
   * A rule as written.
   *
   * @param key where to report a mistake of the rule as a whole
   */
  private record Written(RetentionRule rule, YamlMapping at, String key) {}

  private RetentionSection() {}

  static Retention read(YamlMapping m) {
    m.allow(
        Stream.concat(
                Stream.of("authority", "authority-es", "source", "source-es", "rules"),
                Arrays.stream(RecordKind.values()).map(EnumCodes::of))
            .toArray(String[]::new));
    Common common = common(m, new Common(Retention.FOR_EVER.authority(), ""));
    List<Written> written = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      String key = EnumCodes.of(kind);
      if (m.has(key)) {
        written.add(
            new Written(rule(kind, RetentionReach.EVERYTHING, time(m, key), common, ""), m, key));
      }
    }
    m.list("rules", rule -> rule(rule, common)).forEach(rule -> rule.ifPresent(written::add));
    List<RetentionRule> rules = written.stream().map(Written::rule).toList();
    List<Retention.Tie> ties = Retention.ties(rules);
    ties.forEach(tie -> report(written.get(tie.later()), written.get(tie.earlier())));
    return ties.isEmpty() ? new Retention(common.authority(), rules) : Retention.FOR_EVER;
  }

  private static Common common(YamlMapping m, Common otherwise) {
    return new Common(
        words(m, "authority", otherwise.authority()), words(m, "source", otherwise.source()));
  }

  /** Reads words with their Spanish, which is optional and stands only beside the English. */
  private static CharSequence words(YamlMapping m, String key, CharSequence otherwise) {
    String inSpanish = key + "-es";
    if (!m.has(key)) {
      if (m.has(inSpanish)) {
        m.problem(
            inSpanish, "'" + inSpanish + "' says the same as '" + key + "', which is missing");
      }
      return otherwise;
    }
    return DistrictWords.of(text(m, key), m.has(inSpanish) ? text(m, inSpanish) : "");
  }

  private static String text(YamlMapping m, String key) {
    String text = m.text(key);
    if (text.length() > LONGEST_TEXT) {
      m.problem(key, "'" + key + "' has at most " + LONGEST_TEXT + " characters");
    }
    return text;
  }

  private static RetentionRule rule(
      RecordKind kind, RetentionReach reach, Optional<Period> kept, Common common, String series) {
    return new RetentionRule(kind, reach, kept, common.authority(), common.source(), series);
  }

  /** Returns nothing if it names no kind, so that it is not taken for a rule of another kind. */
  private static Optional<Written> rule(YamlMapping m, Common common) {
    m.allow(
        "records",
        "account",
        "building",
        "account-kind",
        "keep",
        "authority",
        "authority-es",
        "source",
        "source-es",
        "series");
    require(m, "records", "name the kind of records, such as allowed-comments");
    require(m, "keep", "say how long, such as 18m, 7y or forever");
    RecordKind kind = m.oneOf("records", RecordKind.class, RecordKind.ALLOWED_COMMENTS);
    Common own = common(m, common);
    if (own.source().isEmpty()) {
      m.problem("source", "say in 'source' what sets this time: the law, or your schedule");
    }
    RetentionRule rule =
        rule(kind, reach(m, kind), time(m, "keep"), own, m.has("series") ? text(m, "series") : "");
    return m.text("records", "").equals(EnumCodes.of(kind))
        ? Optional.of(new Written(rule, m, "records"))
        : Optional.empty();
  }

  private static void require(YamlMapping m, String key, String message) {
    if (!m.has(key)) {
      m.problem(key, "'" + key + "' is missing: " + message);
    }
  }

  private static RetentionReach reach(YamlMapping m, RecordKind kind) {
    String account = m.has("account") ? m.text("account") : "";
    String building = m.has("building") ? m.text("building") : "";
    String accountKind =
        m.has("account-kind")
            ? EnumCodes.of(m.oneOf("account-kind", AccountKind.class, AccountKind.SCHOOL))
            : "";
    boolean narrowed = !(account + building + accountKind).isEmpty();
    if (narrowed && !kind.isOfAccounts()) {
      m.problem(
          "records",
          EnumCodes.of(kind) + " belong to no account: leave out account, building and kind");
      return RetentionReach.EVERYTHING;
    }
    if (!account.isEmpty() && !(building + accountKind).isEmpty()) {
      m.problem("account", "an account has one building and one kind: leave those out");
      return new RetentionReach(account, "", "");
    }
    return new RetentionReach(account, building, accountKind);
  }

  private static Optional<Period> time(YamlMapping m, String key) {
    Optional<Period> time =
        m.value(
            key,
            Optional.of(Retention.LEAST),
            "a time such as 18m or 7y, or forever",
            text ->
                text.equals(FOREVER) ? Optional.empty() : Optional.of(DecisionsFile.time(text)));
    if (time.filter(t -> t.toTotalMonths() < Retention.LEAST.toTotalMonths()).isPresent()) {
      m.problem(key, "records are kept for a year at least; write what your schedule says");
    }
    return time;
  }

  private static void report(Written later, Written earlier) {
    RetentionReach one = later.rule().reach();
    String where = "line %d".formatted(earlier.at().place(earlier.key()).line());
    later
        .at()
        .problem(
            later.key(),
            one.equals(earlier.rule().reach())
                ? "%s already says how long these records are kept; leave one of the two out"
                    .formatted(where)
                : "this rule and the one in %s both cover %s of %s: add a rule with both, building and account-kind"
                    .formatted(where, EnumCodes.of(later.rule().kind()), both(later, earlier)));
  }

  private static String both(Written later, Written earlier) {
    RetentionReach one = later.rule().reach();
    RetentionReach other = earlier.rule().reach();
    return "%s accounts in %s"
        .formatted(one.accountKind() + other.accountKind(), one.building() + other.building());
  }
}
