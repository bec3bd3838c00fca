package hallmonitor.moderation.casework.request;

import static hallmonitor.moderation.casework.request.RequestState.ANSWERED;
import static hallmonitor.moderation.casework.request.RequestState.CLOSED;
import static hallmonitor.moderation.casework.request.RequestState.IN_REVIEW;
import static hallmonitor.moderation.casework.request.RequestState.RECEIVED;
import static hallmonitor.moderation.casework.request.RequestState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import org.junit.jupiter.api.Test;

class RequestStateTest {
  @Test
  void aRequestIsReviewedAnsweredAndClosed() {
    assertThat(RECEIVED.to(IN_REVIEW).to(ANSWERED).to(CLOSED)).isEqualTo(CLOSED);
    assertThat(RECEIVED.to(WITHDRAWN).to(CLOSED)).isEqualTo(CLOSED);
    assertThat(ANSWERED.to(IN_REVIEW)).as("what was answered too early").isEqualTo(IN_REVIEW);
  }

  @Test
  void whatIsNotAnsweredIsNotClosedAndWhatIsClosedStays() {
    assertThatThrownBy(() -> IN_REVIEW.to(CLOSED))
        .isInstanceOf(NotLegal.class)
        .hasMessage("A request that is in review can't become closed.");
    for (RequestState next : RequestState.values()) {
      assertThatThrownBy(() -> CLOSED.to(next)).isInstanceOf(NotLegal.class);
    }
  }

  @Test
  void aNumberIsReadAsPeopleWriteIt() {
    assertThat(new RequestNumber(2026, 7)).hasToString("R-2026-0007");
    assertThat(RequestNumber.parse(" r-2026-7 ")).contains(new RequestNumber(2026, 7));
    assertThat(RequestNumber.parse("R-2026-0000")).isEmpty();
    assertThat(RequestNumber.parse("2026-7")).isEmpty();
  }
}
