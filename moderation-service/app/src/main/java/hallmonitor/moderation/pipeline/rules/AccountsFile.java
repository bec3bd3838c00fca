package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.AccountAuthorizer;
import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.moderation.casework.register.KindRules;
import hallmonitor.moderation.casework.register.RegisterRules;
import hallmonitor.moderation.casework.watch.WatchRules;
import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.district.District.Role;
import hallmonitor.settings.yaml.YamlFile;
import hallmonitor.settings.yaml.YamlMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads accounts.yaml and reports every mistake with its line and column. */
public final class AccountsFile {
  public static final String NAME = "accounts.yaml";

  private static final int LONGEST_TEXT = 2_000;

  private AccountsFile() {}

  /**
   * Reads the file. A blank text gives the shipped rules, so that a district from before this file
   * keeps working.
   *
   * @param folder where the picture of the logo is
   * @throws hallmonitor.settings.yaml.InvalidFileException with all mistakes and their places
   */
  public static RegisterRules read(String text, Path folder) {
    return YamlFile.read(NAME, text.isBlank() ? shipped() : text, root -> rules(root, folder));
  }

  /** Returns the shipped file. */
  public static String shipped() {
    return YamlFile.shipped(AccountsFile.class, NAME);
  }

  private static RegisterRules rules(YamlMapping root, Path folder) {
    root.allow(
        "disclaimer",
        "district-site",
        "school-sites",
        "contact",
        "logo",
        "name-form",
        "decide-within",
        "remind-every",
        "pass-on-after",
        "watch",
        "kinds");
    Map<String, KindRules> kinds = new HashMap<>();
    root.mapping("kinds").ifPresent(m -> kinds(m, kinds));
    if (!root.has("kinds")) {
      root.problem("kinds", "'kinds' is missing");
    }
    return new RegisterRules(
        root.mapping("disclaimer").map(AccountsFile::disclaimer).orElse(Map.of()),
        site(root, "district-site"),
        root.mapping("school-sites").map(AccountsFile::sites).orElse(Map.of()),
        root.shortText("contact", LONGEST_TEXT),
        LogoFile.read(root, "logo", folder),
        root.shortText("name-form", LONGEST_TEXT),
        days(root, "decide-within", 7),
        days(root, "remind-every", 7),
        days(root, "pass-on-after", 14),
        root.mapping("watch").map(WatchSection::read).orElse(WatchRules.DEFAULT),
        kinds);
  }

  private static Map<String, String> disclaimer(YamlMapping m) {
    m.allow("en", "es");
    Map<String, String> texts = new HashMap<>();
    for (String language : m.keys()) {
      String text = m.shortText(language, LONGEST_TEXT);
      if (!text.isEmpty()) {
        texts.put(language, text);
      }
    }
    return texts;
  }

  /** The buildings are those of district.yaml, which may change without this file. */
  private static Map<String, String> sites(YamlMapping m) {
    Map<String, String> sites = new HashMap<>();
    m.keys().forEach(building -> sites.put(building, site(m, building)));
    return sites;
  }

  private static String site(YamlMapping m, String key) {
    String site = m.shortText(key, LONGEST_TEXT);
    if (!site.isEmpty() && !site.matches("https?://[^\\s/].*")) {
      m.problem(key, "write the whole address, such as https://www.district.example");
    }
    return site;
  }

  private static int days(YamlMapping m, String key, int otherwise) {
    Duration time = m.duration(key, Duration.ofDays(otherwise));
    if (time.toDays() < 1 || time.toDays() > 365 || !time.equals(Duration.ofDays(time.toDays()))) {
      m.problem(key, "write whole days from 1d to 365d");
    }
    return (int) time.toDays();
  }

  private static void kinds(YamlMapping m, Map<String, KindRules> kinds) {
    m.allow(names(AccountKind.values()));
    for (AccountKind kind : AccountKind.values()) {
      Optional<YamlMapping> written = m.mapping(EnumCodes.of(kind));
      if (written.isEmpty()) {
        m.problem(
            EnumCodes.of(kind), "say what is asked of accounts of the kind " + EnumCodes.of(kind));
      }
      written.ifPresent(k -> kinds.put(EnumCodes.of(kind), kind(k)));
    }
  }

  private static String[] names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(EnumCodes::of).toArray(String[]::new);
  }

  private static KindRules kind(YamlMapping m) {
    m.allow("authorized-by", "credentials", "demands");
    if (!m.has("authorized-by")) {
      m.problem("authorized-by", "'authorized-by' is missing");
    }
    AccountAuthorizer authorizer =
        m.oneOf("authorized-by", AccountAuthorizer.class, AccountAuthorizer.ADMINISTRATOR);
    List<String> roles = List.of(names(Role.values()));
    List<String> credentials =
        m.texts(
            "credentials",
            role ->
                roles.contains(role)
                    ? Optional.empty()
                    : Optional.of(
                        "there is no role '%s'; known are %s"
                            .formatted(role, String.join(", ", roles))));
    Map<AccountDemand, Optional<Period>> demands = new EnumMap<>(AccountDemand.class);
    m.mapping("demands").ifPresent(d -> demands(d, authorizer, demands));
    return new KindRules(authorizer, credentials, demands);
  }

  private static void demands(
      YamlMapping m, AccountAuthorizer authorizer, Map<AccountDemand, Optional<Period>> demands) {
    m.allow(names(AccountDemand.values()));
    for (AccountDemand demand : AccountDemand.values()) {
      String key = EnumCodes.of(demand);
      if (m.has(key)) {
        demands.put(
            demand,
            m.value(key, Optional.empty(), "once, or a time such as 3m or 1y", AccountsFile::time));
      }
    }
    if (authorizer == AccountAuthorizer.NOBODY
        && demands.containsKey(AccountDemand.AUTHORIZATION)) {
      m.problem("authorization", "nobody authorizes accounts of this kind; leave it out");
    }
  }

  private static Optional<Period> time(String text) {
    if (text.equals("once")) {
      return Optional.empty();
    }
    Period time = DecisionsFile.time(text);
    if (time.toTotalMonths() < 1) {
      throw new IllegalArgumentException(text);
    }
    return Optional.of(time);
  }
}
