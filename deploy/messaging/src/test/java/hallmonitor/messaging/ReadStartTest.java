package hallmonitor.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.messaging.ReadStart.Log;
import hallmonitor.messaging.ReadStart.Noted;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReadStartTest {
  private static final OptionalLong NOTHING = OptionalLong.empty();

  private static ReadStart start(long next, OptionalLong committed, long first, long end) {
    return ReadStart.of(
        Optional.of(new Noted("topic", next)), new Log("topic", first, end, committed));
  }

  private static void goesOn(ReadStart start) {
    assertThat(start.from()).isEmpty();
    assertThat(start.loss()).isEmpty();
  }

  private static void begins(ReadStart start, long from, String loss) {
    assertThat(start.from()).hasValue(from);
    assertThat(start.loss()).hasValueSatisfying(words -> assertThat(words).contains(loss));
  }

  @Test
  void anOrdinaryStartGoesOnWhereTheBrokerSays() {
    goesOn(start(80, OptionalLong.of(80), 0, 100));
  }

  @Test
  void theBrokerMayKnowMoreBecauseItIsToldFirst() {
    goesOn(start(80, OptionalLong.of(95), 0, 100));
  }

  @Test
  void aReaderThatNeverNotedAnythingGoesOnWhereTheBrokerSays() {
    goesOn(ReadStart.of(Optional.empty(), new Log("topic", 0, 100, NOTHING)));
  }

  @Test
  void whatTheBrokerForgotTheDatabaseKnows() {
    begins(start(80, NOTHING, 0, 100), 80, "forgot how far it was read");
  }

  @Test
  void aGroupThatHasReadNothingIsNotForgotten() {
    goesOn(start(0, NOTHING, 0, 100));
    goesOn(start(10, NOTHING, 10, 100));
  }

  @Test
  void anOlderPositionOfTheBrokerIsNotBelieved() {
    begins(start(80, OptionalLong.of(30), 0, 100), 80, "forgot how far it was read");
  }

  @Test
  void aTopicThatWasMadeAnewIsReadFromItsBeginning() {
    ReadStart start =
        ReadStart.of(
            Optional.of(new Noted("topic before", 80)),
            new Log("topic", 0, 100, OptionalLong.of(80)));
    begins(start, 0, "was created again");
  }

  @Test
  void aLogThatIsShorterThanWhatWasReadIsReadFromItsBeginning() {
    begins(start(80, NOTHING, 10, 50), 10, "has fewer records");
    begins(start(40, OptionalLong.of(80), 10, 50), 10, "has fewer records");
  }

  @Test
  void recordsThatWereDroppedUnreadAreSaid() {
    begins(start(80, NOTHING, 90, 100), 90, "dropped records before they were read");
    begins(start(80, OptionalLong.of(80), 90, 100), 90, "dropped records before they were read");
  }

  @Test
  void theEndOfALogIsReadToItsEnd() {
    goesOn(start(100, OptionalLong.of(100), 0, 100));
    goesOn(start(100, OptionalLong.of(100), 100, 100));
  }
}
