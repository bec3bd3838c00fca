package hallmonitor.settings.district;

import hallmonitor.settings.district.District.Absence;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.district.District.Assignment;
import hallmonitor.settings.district.District.Building;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.District.Polling;
import hallmonitor.settings.district.District.QuietHours;
import hallmonitor.settings.district.District.Role;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads district.yaml and checks that every reference is valid. */
public final class DistrictFile {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[A-Za-z0-9.-]{1,255}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./x-]{4,30}");
  private static final Set<String> LANGUAGES = Set.of("en", "es");
  private static final QuietHours NIGHT =
      new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0), Set.of());

  private static final DangerLane LANE =
      new DangerLane(Duration.ofHours(2), Duration.ofMinutes(30));

  private final Set<String> buildings = new TreeSet<>();
  private final Set<String> people = new TreeSet<>();

  /** Checked once all people are known, because a delegate may be listed later. */
  private final Map<YamlMapping, String> delegates = new LinkedHashMap<>();

  private DistrictFile() {}

  /**
   * Reads the file.
   *
   * @throws hallmonitor.settings.yaml.InvalidFileException with all mistakes and their places
   */
  public static District read(String text) {
    return YamlFile.read("district.yaml", text, root -> new DistrictFile().district(root));
  }

  private District district(YamlMapping root) {
    root.allow(
        "district",
        "time-zone",
        "quiet-hours",
        "danger-lane",
        "mascots",
        "buildings",
        "people",
        "accounts");
    String name = root.text("district");
    ZoneId zone =
        root.value(
            "time-zone",
            ZoneId.of("America/Chicago"),
            "a time zone such as America/Chicago",
            ZoneId::of);
    QuietHours quiet = root.mapping("quiet-hours").map(DistrictFile::quietHours).orElse(NIGHT);
    DangerLane lane = root.mapping("danger-lane").map(DistrictFile::lane).orElse(LANE);
    List<Building> allBuildings = root.list("buildings", this::building);
    List<Person> allPeople = root.list("people", this::person);
    delegates.forEach((at, id) -> mustBe(at, "delegate", id, people, "people"));
    Set<String> accountIds = new HashSet<>();
    List<Account> accounts = root.list("accounts", m -> account(m, accountIds));
    if (allBuildings.isEmpty()) {
      root.problem("buildings", "name at least one building");
    }
    return new District(
        name, zone, quiet, lane, root.texts("mascots"), allBuildings, allPeople, accounts);
  }

  private static QuietHours quietHours(YamlMapping m) {
    m.allow("from", "until", "whole-days");
    Set<DayOfWeek> days =
        m.texts("whole-days").stream()
            .flatMap(
                day -> {
                  try {
                    return java.util.stream.Stream.of(
                        DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)));
                  } catch (IllegalArgumentException e) {
                    m.problem("whole-days", "'" + day + "' is not a day such as saturday");
                    return java.util.stream.Stream.empty();
                  }
                })
            .collect(Collectors.toSet());
    return new QuietHours(
        m.value("from", NIGHT.from(), "a time such as 21:00", LocalTime::parse),
        m.value("until", NIGHT.until(), "a time such as 07:00", LocalTime::parse),
        days);
  }

  private static DangerLane lane(YamlMapping m) {
    m.allow("by-day", "morning");
    return new DangerLane(
        time(m, "by-day", LANE.byDay(), "A faint danger waits"),
        time(m, "morning", LANE.morning(), "A faint danger of the night waits"));
  }

  /** A wrong unit, 2d for 2h, must not leave a danger waiting. */
  private static Duration time(YamlMapping m, String key, Duration otherwise, String what) {
    Duration found = m.duration(key, otherwise);
    if (found.compareTo(DangerLane.LEAST) >= 0 && found.compareTo(DangerLane.MOST) <= 0) {
      return found;
    }
    m.problem(key, what + " from 1m to 12h");
    return otherwise;
  }

  private Building building(YamlMapping m) {
    m.allow("id", "name");
    return new Building(id(m, buildings), m.text("name"));
  }

  private Person person(YamlMapping m) {
    m.allow("id", "name", "email", "phone", "messages", "language", "roles", "absent");
    String email = m.text("email");
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      m.problem("email", "'" + email + "' is not an email address");
    }
    Optional<String> phone = m.optionalText("phone").filter(text -> !text.isEmpty());
    phone
        .filter(text -> !PHONE.matcher(text).matches())
        .ifPresent(text -> m.problem("phone", "'" + text + "' is not a telephone number"));
    String language = m.text("language", "en");
    if (!LANGUAGES.contains(language)) {
      m.problem("language", "notices are written in en or es, not '" + language + "'");
    }
    String id = id(m, people);
    return new Person(
        id,
        m.text("name"),
        email,
        language,
        phone,
        m.mapping("messages").map(AgreedNumbers::read),
        m.list("roles", this::assignment),
        m.mapping("absent").map(absent -> absence(absent, id)));
  }

  private Absence absence(YamlMapping m, String person) {
    m.allow("from", "until", "delegate");
    m.text("from");
    m.text("until");
    LocalDate from = m.value("from", LocalDate.MIN, "a date such as 2026-12-18", LocalDate::parse);
    LocalDate until =
        m.value("until", LocalDate.MAX, "a date such as 2027-01-04", LocalDate::parse);
    if (until.isBefore(from)) {
      m.problem("until", "'until' lies before 'from'");
    }
    Optional<String> delegate = m.optionalText("delegate");
    delegate.ifPresent(
        other -> {
          delegates.put(m, other);
          if (other.equals(person)) {
            m.problem("delegate", "a person cannot stand in for themselves");
          }
        });
    return new Absence(from, until, delegate);
  }

  private Assignment assignment(YamlMapping m) {
    m.allow("role", "building");
    m.text("role");
    Optional<String> building = m.optionalText("building");
    building.ifPresent(b -> mustBe(m, "building", b, buildings, "buildings"));
    return new Assignment(m.oneOf("role", Role.class, Role.PRINCIPAL), building);
  }

  private Account account(YamlMapping m, Set<String> taken) {
    m.allow(
        "id",
        "name",
        "platform",
        "building",
        "kind",
        "names",
        "administrator",
        "base-url",
        "credential",
        "acts",
        "polling");
    String id = id(m, taken);
    String building = m.text("building");
    mustBe(m, "building", building, buildings, "buildings");
    String administrator = m.text("administrator");
    mustBe(m, "administrator", administrator, people, "people");
    m.text("base-url");
    URI url =
        m.value(
            "base-url",
            URI.create("http://unknown.invalid"),
            "a web address that starts with https:// (or http:// on this machine) and holds no user"
                + " name",
            DistrictFile::webAddress);
    String platform = platform(m);
    return new Account(
        id,
        m.text("name", id),
        platform,
        building,
        m.oneOf("kind", AccountKind.class, AccountKind.SCHOOL),
        m.oneOf("names", PlatformNames.class, PlatformNames.of(platform)),
        administrator,
        url,
        m.text("credential", id),
        AccountAct.read(m, platform),
        m.mapping("polling").map(DistrictFile::polling).orElse(POLLING));
  }

  /** An account that nothing can read must not look as if it were watched. */
  private static String platform(YamlMapping m) {
    String platform = m.text("platform");
    if (!platform.isEmpty() && ConnectedPlatform.of(platform).isEmpty()) {
      m.problem(
          "platform",
          "there is no connector for '%s'; write one of %s"
              .formatted(
                  platform,
                  Arrays.stream(ConnectedPlatform.values())
                      .map(ConnectedPlatform::word)
                      .collect(Collectors.joining(", "))));
    }
    return platform;
  }

  private static final Polling POLLING =
      new Polling(Duration.ofMillis(500), Duration.ofSeconds(5), Optional.empty());

  private static Polling polling(YamlMapping m) {
    m.allow("floor", "idle", "backfill-from");
    Duration floor = m.duration("floor", POLLING.floor());
    Duration idle =
        m.duration("idle", POLLING.idle().compareTo(floor) < 0 ? floor : POLLING.idle());
    if (floor.compareTo(Duration.ofMillis(50)) < 0) {
      m.problem("floor", "read an account at most every 50ms");
    }
    if (idle.compareTo(floor) < 0) {
      m.problem("idle", "'idle' must not be shorter than 'floor'");
    }
    Optional<LocalDate> from =
        m.value(
            "backfill-from",
            Optional.empty(),
            "a date such as 2026-09-01",
            t -> Optional.of(LocalDate.parse(t)));
    return new Polling(floor, idle, from);
  }

  private static URI webAddress(String text) {
    URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    if (!WebAddresses.isSafe(uri) || uri.getUserInfo() != null || uri.getQuery() != null) {
      throw new IllegalArgumentException();
    }
    return uri;
  }

  private static String id(YamlMapping m, Set<String> taken) {
    String id = m.text("id");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      m.problem("id", "an id is made of lower-case letters, digits and hyphens, not '" + id + "'");
    } else if (!id.isEmpty() && !taken.add(id)) {
      m.problem("id", "'" + id + "' is used twice");
    }
    return id;
  }

  private static void mustBe(
      YamlMapping m, String key, String value, Set<String> known, String where) {
    if (!value.isEmpty() && !known.contains(value)) {
      m.problem(key, "'" + value + "' is not among the " + where + ": " + String.join(", ", known));
    }
  }
}
