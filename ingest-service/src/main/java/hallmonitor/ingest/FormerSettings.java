package hallmonitor.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Settings of earlier versions. Who still sets one must not believe that it has an effect. */
final class FormerSettings {
  private static final Map<String, String> NOW =
      Map.of(
          "hallmonitor.ingest.push.history-rows-per-second",
          "delivered history waits while more comments than hallmonitor.ingest.history-waits-above are not judged");

  private FormerSettings() {}

  /**
   * Returns one sentence for each that is set.
   *
   * @param configuration finds a setting's value by its name
   */
  static List<String> warnings(Function<String, Optional<String>> configuration) {
    return NOW.entrySet().stream()
        .filter(former -> configuration.apply(former.getKey()).isPresent())
        .map(
            former ->
                "The setting %s has no effect any more; remove it: %s."
                    .formatted(former.getKey(), former.getValue()))
        .toList();
  }
}
