package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.SchoolDays;
import hallmonitor.moderation.casework.request.DayCount;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.casework.request.RedactionTopic;
import hallmonitor.moderation.casework.request.RequestRules;
import hallmonitor.moderation.casework.request.RequestStatute;
import hallmonitor.moderation.pipeline.rules.AnswerSection.Signed;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads requests.yaml and reports every mistake with its line and column. */
public final class RequestsFile {
  public static final String NAME = "requests.yaml";

  private static final LocalTime CLOSES = LocalTime.of(16, 30);
  private static final int MOST_DAYS = 366;
  private static final Duration HELD = Duration.ofDays(180);
  private static final Duration SHORTEST_HELD = Duration.ofDays(1);
  private static final Duration LONGEST_HELD = Duration.ofDays(3650);

  private RequestsFile() {}

  /** When a request that comes after hours counts as received. */
  private enum Receipt {
    SAME_DAY,
    NEXT_BUSINESS_DAY
  }

  private enum Count {
    BUSINESS,
    CALENDAR
  }

  /**
   * Reads the file. A blank text gives rules without a state, so that a district that never wrote
   * one takes no requests by the law of another state.
   *
   * @throws hallmonitor.settings.yaml.InvalidFileException with all mistakes and their places
   */
  public static RequestRules read(String text) {
    return text.isBlank()
        ? YamlFile.read(NAME, shipped(), RequestsFile::rules).withoutState()
        : YamlFile.read(NAME, text, RequestsFile::rules);
  }

  /** Returns the shipped file. */
  public static String shipped() {
    return YamlFile.shipped(RequestsFile.class, NAME);
  }

  private static RequestRules rules(YamlMapping root) {
    root.allow(
        "state",
        "office-closes",
        "public-form",
        "remind-before",
        "hold-after-closing",
        "holidays",
        "states",
        "exemptions",
        "letter");
    Set<String> stateIds = new HashSet<>();
    Set<String> exemptionIds = new HashSet<>();
    Map<String, Signed> signing = new HashMap<>();
    Map<RedactionTopic, Set<String>> proposed = new EnumMap<>(RedactionTopic.class);
    List<RequestStatute> states =
        root.list(
            "states",
            m -> {
              RequestStatute one = statute(m, stateIds, exemptionIds, proposed);
              signing.put(one.id(), AnswerSection.signed(m, one.address()));
              return one;
            });
    List<LegalGround> federal =
        root.list("exemptions", m -> exemption(m, exemptionIds, m.text("address", ""), proposed));
    Optional<String> state = root.optionalText("state").filter(id -> !id.isEmpty());
    Optional<RequestStatute> statute =
        state.flatMap(id -> states.stream().filter(s -> s.id().equals(id)).findFirst());
    if (state.isPresent() && statute.isEmpty()) {
      root.problem("state", "'%s' is not the id of one of the states below".formatted(state.get()));
    }
    LocalTime closes =
        root.value("office-closes", CLOSES, "a time such as 16:30", LocalTime::parse);
    return new RequestRules(
        statute,
        closes,
        root.flag("public-form", true),
        root.wholeNumber("remind-before", 2, 1, 30),
        held(root),
        new SchoolDays(root.dates("holidays")),
        federal,
        proposed,
        AnswerSection.answers(
            root, statute.flatMap(one -> Optional.ofNullable(signing.get(one.id())))));
  }

  private static int held(YamlMapping root) {
    Duration time = root.duration("hold-after-closing", HELD);
    if (time.compareTo(SHORTEST_HELD) < 0
        || time.compareTo(LONGEST_HELD) > 0
        || !time.equals(Duration.ofDays(time.toDays()))) {
      root.problem("hold-after-closing", "write whole days from 1d to 3650d");
      return (int) HELD.toDays();
    }
    return (int) time.toDays();
  }

  private static RequestStatute statute(
      YamlMapping m,
      Set<String> ids,
      Set<String> grounds,
      Map<RedactionTopic, Set<String>> proposed) {
    m.allow(
        "id",
        "name",
        "source",
        "address",
        "received",
        "answer",
        "commercial",
        "extension",
        "exemptions",
        "review",
        "officer");
    String id = unique(m, ids);
    String address = m.text("address", "");
    Set<String> reasonIds = new HashSet<>();
    Optional<YamlMapping> extension = m.mapping("extension");
    extension.ifPresent(e -> e.allow("days", "count", "reasons"));
    if (m.mapping("answer").isEmpty()) {
      m.problem("answer", "'answer' is missing; write { days: 5, count: business }");
    }
    DayCount answer = m.mapping("answer").map(RequestsFile::days).orElse(new DayCount(1, true));
    return new RequestStatute(
        id,
        m.text("name"),
        m.text("source"),
        address,
        m.oneOf("received", Receipt.class, Receipt.SAME_DAY) == Receipt.NEXT_BUSINESS_DAY,
        answer,
        m.mapping("commercial").map(RequestsFile::days),
        extension.map(RequestsFile::count).orElse(answer),
        extension
            .map(e -> e.list("reasons", reason -> reason(reason, reasonIds, address)))
            .orElse(List.of()),
        m.list("exemptions", exemption -> exemption(exemption, grounds, address, proposed)));
  }

  private static DayCount days(YamlMapping m) {
    m.allow("days", "count");
    return count(m);
  }

  private static DayCount count(YamlMapping m) {
    if (!m.has("days")) {
      m.problem("days", "'days' is missing");
    }
    return new DayCount(
        m.wholeNumber("days", 1, 1, MOST_DAYS),
        m.oneOf("count", Count.class, Count.BUSINESS) == Count.BUSINESS);
  }

  private static LegalGround exemption(
      YamlMapping m, Set<String> ids, String address, Map<RedactionTopic, Set<String>> proposed) {
    m.allow("id", "source", "address", "en", "es", "proposed-for");
    LegalGround ground = ground(m, ids, address);
    m.texts("proposed-for", RequestsFile::noTopic).stream()
        .flatMap(code -> topic(code).stream())
        .forEach(topic -> proposed.computeIfAbsent(topic, t -> new HashSet<>()).add(ground.id()));
    return ground;
  }

  private static Optional<String> noTopic(String code) {
    return topic(code).isPresent()
        ? Optional.empty()
        : Optional.of(
            "nothing is proposed for '%s'; known are %s"
                .formatted(
                    code,
                    Arrays.stream(RedactionTopic.values())
                        .map(EnumCodes::of)
                        .collect(Collectors.joining(", "))));
  }

  private static Optional<RedactionTopic> topic(String code) {
    return Arrays.stream(RedactionTopic.values())
        .filter(topic -> EnumCodes.of(topic).equals(code))
        .findFirst();
  }

  private static LegalGround reason(YamlMapping m, Set<String> ids, String address) {
    m.allow("id", "source", "address", "en", "es");
    return ground(m, ids, address);
  }

  private static LegalGround ground(YamlMapping m, Set<String> ids, String address) {
    return new LegalGround(
        unique(m, ids), m.text("source"), m.text("address", address), m.text("en"), m.text("es"));
  }

  private static String unique(YamlMapping m, Set<String> ids) {
    String id = m.text("id");
    if (!id.isEmpty() && !ids.add(id)) {
      m.problem("id", "'" + id + "' is used twice");
    }
    return id;
  }
}
