package hallmonitor.moderation.pipeline.pictures;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.pipeline.jobs.PictureReadingJob;
import hallmonitor.moderation.store.archive.FetchKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rounds read what is due, if the district wants that. */
class PictureReadingJobTest {
  private static final String MEME = "https://pictures.example/meme.gif";
  private static final String OTHER = "https://elsewhere.example/other.gif";

  private final PictureStage pictures = new PictureStage();

  @AfterEach
  void close() {
    pictures.close();
  }

  @Test
  void aRoundReadsAllThatIsDue() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    pictures.has(OTHER, "Spring Book Fair");
    pictures.read(aComment("17").saying("See you"), MEME, OTHER);
    try (PictureReadingJob job = new PictureReadingJob(pictures.reading(), true, true)) {
      job.round();

      await().until(() -> pictures.states().equals(List.of("read", "read")));
      assertThat(job.isFailing()).isFalse();
    }
    pictures.lookAgain();
    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void picturesWaitWhileItIsNotKnownWhetherTheNetworkCanBeKeptAway() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    pictures.read(aComment("17").saying("See you"), MEME);
    pictures.undecided = true;
    try (PictureReadingJob job = new PictureReadingJob(pictures.reading(), true, true)) {
      job.round();
      assertThat(pictures.reading().isHeld(FetchKind.PICTURE)).isTrue();
    }
    assertThat(pictures.states()).containsExactly("waiting");
    assertThat(pictures.fetched).isEmpty();

    pictures.undecided = false;
    try (PictureReadingJob job = new PictureReadingJob(pictures.reading(), true, true)) {
      job.round();
      await().until(() -> pictures.states().equals(List.of("read")));
    }
    pictures.lookAgain();
    assertThat(pictures.outcome()).isEqualTo("escalate");
  }

  @Test
  void aServerThatIsSetUpNotToReadPicturesReadsNone() throws Exception {
    pictures.has(MEME, "I will shoot them all");
    pictures.read(aComment("17").saying("See you"), MEME);
    try (PictureReadingJob job = new PictureReadingJob(pictures.reading(), false, true)) {
      job.round();
    }

    assertThat(pictures.states()).containsExactly("waiting");
    assertThat(pictures.fetched).isEmpty();
  }
}
