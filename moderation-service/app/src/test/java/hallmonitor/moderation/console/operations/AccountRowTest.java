package hallmonitor.moderation.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.DeliveryCause;
import hallmonitor.contract.event.AccountStatus.MissedDeliveries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountRowTest {
  private static AccountRow connected(Optional<String> fault) {
    return connected(fault, Optional.empty());
  }

  private static AccountRow connected(Optional<String> fault, Optional<MissedDeliveries> missed) {
    AccountStatus status =
        new AccountStatus(
            "district-x",
            "x",
            "Maple Valley on X",
            AccountStatus.State.CONNECTED,
            List.of("hide"),
            Optional.of(Instant.now()),
            Optional.empty(),
            0,
            0.1,
            0,
            Optional.empty(),
            fault,
            Instant.now(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            missed,
            Optional.empty());
    return new AccountRow(
        "district-x", "Maple Valley on X", "district", true, Optional.of(status), List.of());
  }

  @Test
  void aConnectedAccountIsGood() {
    assertThat(connected(Optional.empty()).getTone()).isEqualTo("good");
  }

  /** So it appears on the home page before it becomes unreadable. */
  @Test
  void aConnectedAccountWhoseMoneyRunsOutIsAWorry() {
    AccountRow row = connected(Optional.of("Of the 50 dollars, 41 are spent."));
    assertThat(row.getTone()).isEqualTo("warning");
    assertThat(row.getStateInWords().toString()).contains("running low");
  }

  @ParameterizedTest
  @EnumSource(DeliveryCause.class)
  void aConnectedAccountWhoseDeliveriesAreMissingIsAWorryAndSaysWhatToDo(DeliveryCause cause) {
    AccountRow row =
        connected(
            Optional.empty(),
            Optional.of(new MissedDeliveries(cause, 3, Instant.now(), Optional.empty())));
    assertThat(row.getTone()).isEqualTo("warning");
    assertThat(row.getStateInWords().toString()).contains("deliveries are missing");
    assertThat(row.getMissedCause().toString()).contains("platform");
  }
}
