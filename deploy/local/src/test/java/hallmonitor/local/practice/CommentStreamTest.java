package hallmonitor.local.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.local.practice.CommentStream.Act;
import hallmonitor.local.practice.CommentStream.Mix;
import hallmonitor.local.practice.CommentStream.Rewritten;
import hallmonitor.local.practice.CommentStream.Tone;
import hallmonitor.local.practice.CommentStream.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommentStreamTest {

  private static List<Act> acts(long seed, Mix mix, int count) {
    var stream = new CommentStream(seed, mix, 1);
    return Stream.generate(stream::next).limit(count).toList();
  }

  private static List<Written> written(List<Act> acts) {
    return acts.stream().filter(Written.class::isInstance).map(Written.class::cast).toList();
  }

  private static double share(List<Written> comments, Tone tone) {
    return comments.stream().filter(c -> c.tone() == tone).count() / (double) comments.size();
  }

  /** The comments that violate in the end, after {@code count} were written. */
  static Set<Integer> violatingMarkers(long seed, Mix mix, int firstMarker, int count) {
    var stream = new CommentStream(seed, mix, firstMarker);
    Set<Integer> violating = new TreeSet<>();
    for (int written = 0; written < count; ) {
      Act act = stream.next();
      written += act instanceof Written ? 1 : 0;
      if (act.tone().violates()) {
        violating.add(act.marker());
      }
    }
    return violating;
  }

  @Test
  void theSameSeedGivesTheSameStream() {
    assertThat(acts(42, Mix.REALISTIC, 2000)).isEqualTo(acts(42, Mix.REALISTIC, 2000));
    assertThat(acts(42, Mix.REALISTIC, 50)).isNotEqualTo(acts(43, Mix.REALISTIC, 50));
  }

  @Test
  void theMixIsRealistic() {
    var comments = written(acts(1, Mix.REALISTIC, 20_000));
    assertThat(share(comments, Tone.HARMLESS)).isBetween(0.83, 0.87);
    assertThat(share(comments, Tone.HARSH)).isBetween(0.08, 0.10);
    assertThat(share(comments, Tone.NASTY)).isBetween(0.03, 0.05);
    assertThat(share(comments, Tone.THREATENING)).isBetween(0.015, 0.025);
    assertThat(comments.stream().filter(Written::spanish).count()).isBetween(3_400L, 4_500L);
    assertThat(comments.stream().filter(c -> c.parent() > 0).count()).isBetween(3_400L, 4_500L);
  }

  @Test
  void everyCommentEndsInItsOwnMarkerAndNoSlotIsLeftOpen() {
    Set<Integer> markers = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (Act act : acts(3, Mix.REALISTIC, 5_000)) {
      assertThat(act.text()).contains("#" + act.marker()).doesNotContain("{", "}");
      if (act instanceof Written written) {
        assertThat(markers.add(written.marker())).isTrue();
        assertThat(written.name()).doesNotContain("{").isNotBlank();
        texts.add(written.text().replaceAll(" #\\d+$", ""));
      }
    }
    assertThat(texts).as("different texts").hasSizeGreaterThan(1_000);
  }

  @Test
  void repliesStayUnderTheirPostAndEditsRewriteOnlyOnce() {
    var acts = acts(5, Mix.REALISTIC.edits(0.2), 5_000);
    var byMarker = new java.util.HashMap<Integer, Written>();
    Set<Integer> rewritten = new HashSet<>();
    for (Act act : acts) {
      if (act instanceof Written written) {
        byMarker.put(written.marker(), written);
        if (written.parent() > 0) {
          assertThat(byMarker.get(written.parent()).post()).isEqualTo(written.post());
        }
      } else if (act instanceof Rewritten edit) {
        assertThat(rewritten.add(edit.marker())).isTrue();
        assertThat(byMarker.get(edit.marker()).tone()).isEqualTo(Tone.HARMLESS);
      }
    }
    assertThat(rewritten).hasSizeGreaterThan(500);
  }

  @Test
  void theViolatingMarkersAreKnownBeforehand() {
    var mix = Mix.REALISTIC.violating(0.1);
    var markers = violatingMarkers(9, mix, 1, 1_000);
    assertThat(markers.size()).isBetween(70, 140);
    assertThat(violatingMarkers(9, Mix.REALISTIC.violating(0), 1, 500)).isEmpty();
    assertThat(violatingMarkers(9, Mix.REALISTIC.violating(1).edits(0), 1, 500)).hasSize(500);
  }

  @Test
  void aShareBeyondOneIsRefused() {
    assertThatThrownBy(() -> Mix.REALISTIC.violating(1.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Mix(0.6, 0.6, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
