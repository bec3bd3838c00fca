package hallmonitor.system.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A statement stands in the code as it would be typed: one line, or a text block. */
class SqlTextTest {
  private static final Pattern NO_CODE =
      Pattern.compile("\"\"\".*?\"\"\"|/\\*.*?\\*/", Pattern.DOTALL);

  private static final String TEXT = "\"(?:[^\"\\\\\\n]|\\\\.)*\"";

  /** A text, another one that is added, and all between. */
  private static final Pattern CHAIN =
      Pattern.compile(TEXT + "(?:\\s*\\+\\s*(?:" + TEXT + "|[\\w.]+(?:\\([^()\\n]*\\))?))+");

  private static final Pattern SQL =
      Pattern.compile(
          "\" ?(?:(?:select|insert into|update \\w+ set|delete from|with \\w+ as|create|alter|grant"
              + "|and|where|from|left join|join|order by|group by) [^A-Z]"
              + "|(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|GRANT|REVOKE) ).*");

  @Test
  void noStatementIsGluedFromPieces() {
    assertThat(Product.files(Product.mainSources()))
        .hasSizeGreaterThan(1_000)
        .flatExtracting(SqlTextTest::glued)
        .isEmpty();
  }

  @Test
  void aGluedStatementIsSeen() {
    assertThat(glued("a", "h.execute(\"select 1\"\n    + \" from post\")")).hasSize(1);
    assertThat(glued("a", "h.execute(\"select \"\n    + COLUMNS\n    + \" from post\")"))
        .hasSize(1);
    assertThat(glued("a", "\"select \" + COLUMNS + \" from post\"")).isEmpty();
    assertThat(glued("a", "\"With a comma,\"\n    + \" where it is\"")).isEmpty();
  }

  private static List<String> glued(Path file) {
    try {
      return glued(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> glued(String file, String source) {
    Stream<String> chains =
        CHAIN.matcher(NO_CODE.matcher(source).replaceAll("")).results().map(MatchResult::group);
    return chains
        .filter(chain -> chain.contains("\n") && texts(chain) > 1)
        .filter(chain -> SQL.matcher(chain.lines().findFirst().orElseThrow()).matches())
        .map(chain -> file + ": " + chain)
        .toList();
  }

  private static long texts(String chain) {
    return Pattern.compile(TEXT).matcher(chain).results().count();
  }
}
