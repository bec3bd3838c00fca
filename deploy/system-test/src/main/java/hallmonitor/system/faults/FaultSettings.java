package hallmonitor.system.faults;

import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.FreePorts;
import hallmonitor.local.PortName;
import hallmonitor.local.StackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Has the services reach database and mail server through links, and shortens the escalations'
 * clock so that it takes steps within a run.
 */
final class FaultSettings implements AutoCloseable {
  /** How long people have to answer until they are asked again, and then until the next are. */
  static final int STEP_SECONDS = 20;

  private static final String SHIPPED_PRACTICE = "http://127.0.0.1:8090";

  /**
   * A clause that counts violations that people have confirmed. In the run without faults nobody
   * confirms any, so the verdicts of the two runs would differ.
   */
  private static final Pattern COUNTS_STRIKES =
      Pattern.compile("  - id: \"7\\.1\"\n(?s:.*?)\n    then: .*\n");

  /**
   * Who is the last of those who attack one person depends on the order in which comments are
   * judged, which no two runs share. So nothing counts as a pile-on.
   */
  private static final Map<String, String> NO_PILE_ONS =
      Map.of("HALLMONITOR_JUDGING_PILE_ON_AUTHORS", "1000000");

  private static final Pattern CLAUSE = Pattern.compile("(?m)^  - id: \"([^\"]+)\"$");

  private final Map<LinkName, FaultyLink> links = new EnumMap<>(LinkName.class);

  /**
   * Opens the links and returns settings that lead through them.
   *
   * @param twoOfEach whether two of each service share the connections that the database allows
   */
  StackSettings through(StackSettings settings, boolean twoOfEach) {
    int database = link(LinkName.DATABASE, settings, PortName.DATABASE);
    int mail = link(LinkName.MAIL_SERVER, settings, PortName.SMTP);
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:" + database + "/" + EmbeddedDatabase.DATABASE);
    if (twoOfEach) {
      environment.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "7");
    }
    environment.put("HALLMONITOR_MAIL_PORT", Integer.toString(mail));
    // The people of a run write more appeals from one address than people do.
    environment.put("HALLMONITOR_APPEALS_SENDS_AN_HOUR", "100000");
    environment.put("HALLMONITOR_APPEALS_ALL_SENDS_AN_HOUR", "100000");
    environment.put("HALLMONITOR_APPEALS_LEAST_TIME", "1s");
    return configured(settings.withEnvironment(environment));
  }

  /** Returns settings with the same policy and clocks, without links. */
  static StackSettings configured(StackSettings settings) {
    Path config = settings.data().resolveSibling("config");
    configure(settings, config);
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.putAll(NO_PILE_ONS);
    return settings.withConfig(config).withEnvironment(environment);
  }

  /** Returns the ids of the clauses that hide. */
  static Set<String> hidingClauses(Path root) {
    Set<String> hiding = new HashSet<>();
    for (String clause : read(root.resolve("deploy/config/policy.yaml")).split("\n(?=  - id: )")) {
      Matcher id = CLAUSE.matcher(clause);
      if (id.find() && clause.contains("hide: true")) {
        hiding.add(id.group(1));
      }
    }
    return hiding;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int link(LinkName name, StackSettings settings, PortName to) {
    int port = FreePorts.one();
    links.put(name, new FaultyLink(port, settings.ports().of(to)));
    return port;
  }

  private static void configure(StackSettings settings, Path config) {
    Path shipped = settings.root().resolve("deploy/config");
    try (Stream<Path> files = Files.list(shipped)) {
      Files.createDirectories(config);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, config.resolve(file.getFileName()));
      }
      Path district = config.resolve("district.yaml");
      Files.writeString(
          district,
          Files.readString(district)
              .replace(SHIPPED_PRACTICE, settings.ports().http(PortName.PRACTICE)));
      Path escalation = config.resolve("escalation.yaml");
      Files.writeString(escalation, quick(Files.readString(escalation)));
      Path policy = config.resolve("policy.yaml");
      Files.writeString(policy, withoutStrikes(Files.readString(policy)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutStrikes(String policy) {
    String changed = COUNTS_STRIKES.matcher(policy).replaceFirst("");
    if (changed.equals(policy) || changed.contains("strikes: 2 }")) {
      throw new IllegalStateException("policy.yaml has other clauses that count strikes than 7.1");
    }
    return changed;
  }

  private static String quick(String escalation) {
    String changed = escalation;
    for (String[] one :
        List.of(
            new String[] {"remind-after: 15m", "remind-after: " + STEP_SECONDS + "s"},
            new String[] {"pass-on-after: 30m ", "pass-on-after: " + 2 * STEP_SECONDS + "s "},
            new String[] {"acknowledged-for: 60m", "acknowledged-for: " + STEP_SECONDS + "s"},
            // Comments under one post fold into one conversation; mails about more are rare.
            new String[] {"follow-up-every: 5m", "follow-up-every: 5s"})) {
      if (!changed.contains(one[0])) {
        throw new IllegalStateException("escalation.yaml has no " + one[0]);
      }
      changed = changed.replaceFirst(one[0], one[1]);
    }
    return changed;
  }

  FaultyLink link(LinkName name) {
    return Objects.requireNonNull(links.get(name), "there is one for each");
  }

  @Override
  public void close() {
    Endings endings = new Endings();
    links.values().forEach(endings::add);
    endings.close();
  }
}
