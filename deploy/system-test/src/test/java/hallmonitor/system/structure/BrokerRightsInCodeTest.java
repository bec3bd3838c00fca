package hallmonitor.system.structure;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.broker.BrokerUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A service's rights on the broker are those that its code uses: none is missing or left over. */
class BrokerRightsInCodeTest {
  private static final Pattern TOPIC = Pattern.compile("\\bTopic\\s*\\.\\s*([A-Z_]+)\\b");

  private static final Map<BrokerUser, String> SOURCES =
      Map.of(
          BrokerUser.INGEST, "ingest-service",
          BrokerUser.MODERATION, "moderation-service/app",
          BrokerUser.NOTIFIER, "notifier-service");

  private static String code(BrokerUser user) throws IOException {
    StringBuilder code = new StringBuilder();
    for (Path folder : Product.mainSourcesOf(Objects.requireNonNull(SOURCES.get(user)))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
          code.append(Files.readString(file)).append('\n');
        }
      }
    }
    return code.toString();
  }

  @Test
  void eachServiceNamesTheTopicsThatItsUserMayUse() throws IOException {
    for (BrokerUser user : BrokerUser.values()) {
      Set<Topic> allowed = EnumSet.noneOf(Topic.class);
      allowed.addAll(user.reads());
      allowed.addAll(user.writes());
      String code = code(user);
      // Read and written by what services share.
      allowed.remove(Topic.SERVICE_BEATS);
      assertThat(user.reads().contains(Topic.SERVICE_BEATS))
          .as(user + " reads signs of life")
          .isEqualTo(code.contains("new BeatBoard("));
      assertThat(user.writes().contains(Topic.SERVICE_BEATS))
          .as(user + " gives signs of life")
          .isEqualTo(code.contains("new BeatSender("));

      assertThat(
              TOPIC
                  .matcher(code)
                  .results()
                  .map(found -> Topic.valueOf(found.group(1)))
                  .collect(toCollection(() -> EnumSet.noneOf(Topic.class))))
          .as(user.name())
          .isEqualTo(allowed);
    }
  }
}
