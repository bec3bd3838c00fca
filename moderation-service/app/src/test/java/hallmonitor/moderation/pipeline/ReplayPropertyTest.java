package hallmonitor.moderation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Tests that repeating any records, in any order and batches, changes nothing. */
class ReplayPropertyTest {
  private static final Stage STAGE = new Stage();
  private static final Stage HELD = new Stage();

  /**
   * A record.
   *
   * @param revision named together with its text, since one name never means two texts
   */
  private record Delivery(
      String id, String revision, String text, Kind kind, Visibility visibility, int second) {
    SeenComment on(String account) {
      return SeenComment.aComment(id)
          .copy(
              account,
              kind == Kind.DELETED ? revision + " deleted" : revision + " " + text,
              kind,
              "Dana Reyes",
              kind == Kind.DELETED ? "" : text,
              Optional.empty(),
              visibility,
              SeenComment.NOON.plusSeconds(second),
              Optional.empty(),
              Lane.LIVE);
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void deliveringAnyPrefixAgainChangesNoRow(
      @ForAll("deliveries") List<Delivery> deliveries,
      @ForAll @IntRange(min = 0, max = 100) int prefixPercent,
      @ForAll @IntRange(min = 1, max = 7) int firstBatch,
      @ForAll @IntRange(min = 1, max = 7) int secondBatch)
      throws Exception {
    String account = UUID.randomUUID().toString();
    List<SeenComment> all = deliveries.stream().map(d -> d.on(account)).toList();
    deliver(STAGE, all, firstBatch);
    var before = STAGE.everything();
    deliver(STAGE, all.subList(0, all.size() * prefixPercent / 100), secondBatch);
    deliver(STAGE, all, secondBatch);
    assertThat(STAGE.everything()).isEqualTo(before);
  }

  /** For any order of seals and releases, a comment's verdicts hide it at most once. */
  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void heldHidesGoOutOnceWheneverTheirSealsCome(
      @ForAll("deliveries") List<Delivery> deliveries,
      @ForAll @IntRange(min = 1, max = 4) int batch,
      @ForAll List<Between> between)
      throws Exception {
    String account = UUID.randomUUID().toString();
    List<SeenComment> all = deliveries.stream().map(d -> d.on(account)).toList();
    for (int from = 0, i = 0; from < all.size(); from += batch, i++) {
      HELD.receive(new ArrayList<>(all.subList(from, Math.min(from + batch, all.size()))));
      if (i < between.size()) {
        end(between.get(i));
      }
    }
    HELD.seal();
    var before = HELD.everything();
    deliver(HELD, all, batch);
    end(Between.RELEASE);
    HELD.seal();
    assertThat(HELD.everything()).isEqualTo(before);
    assertThat(HELD.database.count("held_action")).isZero();
    assertThat(HELD.orders()).extracting(ActionOrdered::actionId).doesNotHaveDuplicates();
  }

  /** Facts that end the wait of hides. */
  enum Between {
    NOTHING,
    SEAL,
    RELEASE
  }

  private static void end(Between what) throws Exception {
    switch (what) {
      case NOTHING -> {}
      case SEAL -> HELD.seal();
      case RELEASE -> {
        HELD.database.jdbi().useHandle(h -> h.execute("update held_action set release_at = now()"));
        HELD.held.release();
      }
    }
  }

  private static void deliver(Stage stage, List<SeenComment> comments, int batch) throws Exception {
    for (int from = 0; from < comments.size(); from += batch) {
      stage.receive(
          new ArrayList<>(comments.subList(from, Math.min(from + batch, comments.size()))));
    }
  }

  @Provide
  Arbitrary<List<Delivery>> deliveries() {
    return Combinators.combine(
            Arbitraries.of("1", "2"),
            Arbitraries.of("r1", "r2", "r3", "r4", "r5"),
            Arbitraries.of("Hello", "Go team", "damn", "you idiot", "I will shoot you"),
            Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.of(Kind.CREATED, Kind.EDITED)),
                Tuple.of(1, Arbitraries.just(Kind.DELETED))),
            Arbitraries.frequency(Tuple.of(4, Visibility.VISIBLE), Tuple.of(1, Visibility.HIDDEN)),
            Arbitraries.integers().between(0, 20))
        .as(Delivery::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14);
  }
}
