package hallmonitor.system.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A column is read by its name, so that a statement can be changed without its reader. */
class PositionalColumnsTest {
  private static final Pattern BY_POSITION =
      Pattern.compile(
          "\\brows?\\.get(?:String|Int|Long|Double|Boolean|Bytes|Object|Array|Date|Timestamp)\\(\\d");

  /** On the way of each comment: decision record 36 says why. */
  private static final String[] ALLOWED = {
    "Archive.java", "AuthorAndTargetHistory.java", "CaseTable.java"
  };

  @Test
  void onlyTheWayOfACommentReadsColumnsByPosition() {
    assertThat(Product.files(Product.mainSources()))
        .filteredOn(PositionalColumnsTest::readsByPosition)
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder(ALLOWED);
  }

  private static boolean readsByPosition(Path file) {
    try {
      return BY_POSITION.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
