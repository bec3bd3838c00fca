package hallmonitor.moderation.pipeline.rules;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.watch.WatchRules;
import hallmonitor.settings.district.District.AccountKind;
import hallmonitor.settings.yaml.YamlMapping;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads the section {@code watch} of accounts.yaml. */
final class WatchSection {
  private static final Duration LEAST = Duration.ofMinutes(10);
  private static final Duration MOST = Duration.ofDays(30);

  private WatchSection() {}

  static WatchRules read(YamlMapping m) {
    m.allow("look-within", "tell-deputy-after", "tell-building-administrator-after", "fault-after");
    Map<String, Duration> within = new HashMap<>();
    m.mapping("look-within").ifPresent(kinds -> kinds(kinds, within));
    return new WatchRules(
        within,
        span(m, "tell-deputy-after", WatchRules.DEFAULT.deputyAfter()),
        span(m, "tell-building-administrator-after", WatchRules.DEFAULT.buildingAfter()),
        span(m, "fault-after", WatchRules.DEFAULT.faultAfter()));
  }

  private static void kinds(YamlMapping m, Map<String, Duration> within) {
    String[] codes = Arrays.stream(AccountKind.values()).map(EnumCodes::of).toArray(String[]::new);
    m.allow(codes);
    for (String kind : codes) {
      if (m.has(kind)) {
        within.put(kind, span(m, kind, WatchRules.DEFAULT.lookWithin(kind)));
      }
    }
  }

  private static Duration span(YamlMapping m, String key, Duration otherwise) {
    Duration found = m.duration(key, otherwise);
    if (found.compareTo(LEAST) < 0 || found.compareTo(MOST) > 0) {
      m.problem(key, "write a time from 10m to 30d, such as 4h or 1d");
      return otherwise;
    }
    return found;
  }
}
