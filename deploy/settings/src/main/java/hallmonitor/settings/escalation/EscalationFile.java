package hallmonitor.settings.escalation;

import hallmonitor.settings.district.District.Role;
import hallmonitor.settings.escalation.EscalationCategory.Likeness;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads escalation.yaml. */
public final class EscalationFile {
  public static final String NAME = "escalation.yaml";

  /** The categories of findings that the policy knows. */
  public static final Set<String> CATEGORIES =
      new TreeSet<>(
          Set.of(
              "threat",
              "threat-report",
              "bullying",
              "hate",
              "sexual",
              "self-harm",
              "abuse-disclosure",
              "confidential",
              "false-signature",
              "unsigned",
              "profanity",
              "spam"));

  private static final Set<String> ROLES =
      Arrays.stream(Role.values()).map(YamlMapping::nameOf).collect(Collectors.toSet());

  /** A wrong unit, 15d for 15m, must not silence a danger. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private static final Duration A_MONTH = Duration.ofDays(30);

  private static final Duration NEWS_WITHIN = Duration.ofSeconds(60);

  private static final EscalationCategory IMMEDIATE =
      new EscalationCategory(
          new EscalationPace(
              Duration.ofMinutes(15),
              Duration.ofMinutes(30),
              2,
              Duration.ofMinutes(10),
              Duration.ofMinutes(5),
              Optional.of(Duration.ofMinutes(60))),
          false,
          List.of(),
          List.of("superintendent"),
          Duration.ofMinutes(30),
          EnumSet.allOf(Likeness.class));

  private static final EscalationCategory SOON =
      new EscalationCategory(
          new EscalationPace(
              Duration.ofHours(4),
              Duration.ofHours(24),
              2,
              Duration.ofHours(2),
              Duration.ofHours(1),
              Optional.empty()),
          false,
          List.of(),
          List.of("superintendent"),
          Duration.ofHours(4),
          EnumSet.allOf(Likeness.class));

  private EscalationFile() {}

  /**
   * Reads the file. A blank text gives the shipped rules, so that a district from before this file
   * keeps working.
   *
   * @throws hallmonitor.settings.yaml.InvalidFileException with all mistakes and their places
   */
  public static EscalationRules read(String text) {
    return YamlFile.read(NAME, text.isBlank() ? shipped() : text, EscalationFile::rules);
  }

  /** Returns the shipped file. */
  public static String shipped() {
    return YamlFile.shipped(EscalationFile.class, NAME);
  }

  private static EscalationRules rules(YamlMapping root) {
    root.allow(
        "immediate",
        "soon",
        "categories",
        "duties",
        "holidays",
        "notices",
        "answer-page",
        "messages",
        "second-channel",
        "drill");
    EscalationCategory immediate = category(root, "immediate", IMMEDIATE, A_DAY);
    EscalationCategory soon = category(root, "soon", SOON, A_MONTH);
    Map<String, EscalationCategory> immediateBy = new HashMap<>();
    Map<String, EscalationCategory> soonBy = new HashMap<>();
    root.mapping("categories")
        .ifPresent(
            all -> {
              all.allow(CATEGORIES.toArray(String[]::new));
              for (String name : all.keys()) {
                YamlMapping own = all.mapping(name).orElseThrow();
                own.allow("immediate", "soon");
                immediateBy.put(name, category(own, "immediate", immediate, A_DAY));
                soonBy.put(name, category(own, "soon", soon, A_MONTH));
              }
            });
    Set<String> dutyIds = new HashSet<>();
    Set<String> channelIds = new HashSet<>();
    Optional<YamlMapping> notices = root.mapping("notices");
    notices.ifPresent(m -> m.allow("news-within", "quote-for", "name-for"));
    return new EscalationRules(
        immediate,
        soon,
        immediateBy,
        soonBy,
        root.list("duties", m -> DutiesReader.read(m, dutyIds)),
        root.dates("holidays"),
        notices.map(m -> time(m, "news-within", NEWS_WITHIN, A_DAY)).orElse(NEWS_WITHIN),
        Set.copyOf(notices.map(m -> roles(m, "quote-for")).orElse(List.of())),
        Set.copyOf(notices.map(m -> roles(m, "name-for")).orElse(List.of())),
        AnswerPageReader.read(root.mapping("answer-page")),
        MessagesReader.read(root.mapping("messages")),
        root.list("second-channel", m -> channel(m, channelIds)),
        root.mapping("drill").map(DrillReader::read));
  }

  /** Returns what is wrong with a category's name; empty if nothing is. */
  static Optional<String> notACategory(String name) {
    return CATEGORIES.contains(name)
        ? Optional.empty()
        : Optional.of("'" + name + "' is not one of " + String.join(", ", CATEGORIES));
  }

  private static EscalationCategory category(
      YamlMapping parent, String key, EscalationCategory otherwise, Duration most) {
    return parent.mapping(key).map(m -> category(m, otherwise, most)).orElse(otherwise);
  }

  private static EscalationCategory category(
      YamlMapping m, EscalationCategory otherwise, Duration most) {
    m.allow(
        "remind-after",
        "pass-on-after",
        "rounds",
        "undelivered-after",
        "follow-up-every",
        "acknowledged-for",
        "roles-told",
        "then",
        "last",
        "fold");
    Duration remind = time(m, "remind-after", otherwise.pace().remindAfter(), most);
    Duration passOn = time(m, "pass-on-after", otherwise.pace().passOnAfter(), most);
    if (remind.compareTo(passOn) > 0) {
      m.problem("remind-after", "'remind-after' must not be longer than 'pass-on-after'");
      remind = passOn;
    }
    EscalationPace pace =
        new EscalationPace(
            remind,
            passOn,
            m.wholeNumber("rounds", otherwise.pace().rounds(), 1, 20),
            time(m, "undelivered-after", otherwise.pace().undeliveredAfter(), most),
            time(m, "follow-up-every", otherwise.pace().followUpEvery(), A_MONTH),
            acknowledgedFor(m, otherwise.pace().acknowledgedFor(), most));
    Order order =
        m.oneOf(
            "roles-told",
            Order.class,
            otherwise.oneAfterTheOther() ? Order.IN_SEQUENCE : Order.AT_ONCE);
    Optional<YamlMapping> fold = m.mapping("fold");
    fold.ifPresent(f -> f.allow("within", "by"));
    return new EscalationCategory(
        pace,
        order == Order.IN_SEQUENCE,
        m.has("then") ? roles(m, "then") : otherwise.then(),
        m.has("last") ? roles(m, "last") : otherwise.last(),
        fold.map(f -> f.duration("within", otherwise.foldWithin())).orElse(otherwise.foldWithin()),
        fold.filter(f -> f.has("by")).map(EscalationFile::likeness).orElse(otherwise.foldBy()));
  }

  private static Optional<Duration> acknowledgedFor(
      YamlMapping m, Optional<Duration> otherwise, Duration most) {
    return m.has("acknowledged-for")
        ? Optional.of(time(m, "acknowledged-for", otherwise.orElse(most), most))
        : otherwise;
  }

  /** How the policy's roles are notified. */
  private enum Order {
    AT_ONCE,
    IN_SEQUENCE
  }

  private static Set<Likeness> likeness(YamlMapping fold) {
    Map<String, Likeness> known =
        Arrays.stream(Likeness.values())
            .collect(Collectors.toMap(YamlMapping::nameOf, likeness -> likeness));
    return fold
        .texts(
            "by",
            text ->
                known.containsKey(text)
                    ? Optional.empty()
                    : Optional.of("'" + text + "' is not one of post, author, text"))
        .stream()
        .filter(known::containsKey)
        .map(known::get)
        .collect(Collectors.toSet());
  }

  private static Duration time(YamlMapping m, String key, Duration otherwise, Duration most) {
    Duration found = m.duration(key, otherwise);
    if (found.compareTo(Duration.ofSeconds(1)) < 0) {
      m.problem(key, "'" + key + "' must be at least 1s");
      return otherwise;
    }
    if (found.compareTo(most) > 0) {
      m.problem(key, "'" + key + "' must be " + most.toDays() + "d at most here");
      return otherwise;
    }
    return found;
  }

  private static List<String> roles(YamlMapping m, String key) {
    return m.texts(
        key,
        role ->
            ROLES.contains(role)
                ? Optional.empty()
                : Optional.of(
                    "'" + role + "' is not one of " + String.join(", ", new TreeSet<>(ROLES))));
  }

  private static Channel channel(YamlMapping m, Set<String> taken) {
    m.allow("id", "shape", "url-secret", "key-secret", "private-network");
    String id = m.text("id");
    if (!id.isEmpty() && !taken.add(id)) {
      m.problem("id", "'" + id + "' is used twice");
    }
    return new Channel(
        id,
        m.oneOf("shape", Channel.Shape.class, Channel.Shape.GENERIC),
        m.text("url-secret"),
        m.optionalText("key-secret"),
        m.flag("private-network", false));
  }
}
