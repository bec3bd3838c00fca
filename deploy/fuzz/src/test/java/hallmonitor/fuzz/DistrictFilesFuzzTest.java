package hallmonitor.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.moderation.pipeline.rules.AccountsFile;
import hallmonitor.moderation.pipeline.rules.DecisionsFile;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.moderation.policy.file.RepliesFile;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.notice.NoticesFile;
import hallmonitor.settings.yaml.InvalidFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The district's files, which people also edit in the console; the first byte chooses which. */
class DistrictFilesFuzzTest {
  private static final List<Consumer<String>> READERS =
      List.of(
          DistrictFile::read,
          PolicyFile::read,
          EscalationFile::read,
          NoticesFile::read,
          RepliesFile::read,
          DecisionsFile::read,
          text -> AccountsFile.read(text, Path.of("no-such-folder")));

  static Stream<Arguments> seeds() {
    return Stranger.choices(
        IntStream.range(0, READERS.size()), "district.yaml", "policy.yaml", "mixed.yaml");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void aFileIsReadOrAllItsMistakesAreNamed(byte[] input) throws Exception {
    Consumer<String> reader = READERS.get(Stranger.choice(input, READERS.size()));
    String text = new String(Stranger.rest(input), UTF_8);
    Stranger.meets(() -> reader.accept(text), InvalidFileException.class);
  }
}
