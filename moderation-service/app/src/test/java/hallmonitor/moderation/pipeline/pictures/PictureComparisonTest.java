package hallmonitor.moderation.pipeline.pictures;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.ClaimedPicture;
import hallmonitor.moderation.store.archive.FetchKind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is at fault when a comparison fails: the picture, or the database. */
class PictureComparisonTest {
  private static final ClaimedPicture PICTURE =
      new ClaimedPicture(
          1,
          new CommentKey("westfield", "17"),
          "https://pictures.example/photo.jpg",
          1,
          false,
          FetchKind.PICTURE,
          0,
          false,
          false,
          OffsetDateTime.now());

  @Test
  void aDatabaseThatFailsIsNotTakenForThePicture(@TempDir Path folder) {
    Jdbi gone =
        Jdbi.create(
            () -> {
              throw new SQLException("the database is gone");
            });
    PictureComparison comparison =
        new PictureComparison(gone, KnownPictureLists.read(gone, folder));

    assertThatThrownBy(() -> comparison.see(PICTURE, "", PictureStage.picture("Book Fair")))
        .isInstanceOf(ConnectionException.class)
        .hasRootCauseMessage("the database is gone");
  }
}
