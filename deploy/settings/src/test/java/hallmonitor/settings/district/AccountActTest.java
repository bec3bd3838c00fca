package hallmonitor.settings.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountActTest {
  private static Set<AccountAct> acts(String account) {
    return DistrictFileTest.account(account).acts();
  }

  @Test
  void aSystemSaysWhatItCanDo() {
    assertThat(acts("platform: api, acts: [hide, restore, reply]"))
        .containsExactlyInAnyOrder(AccountAct.HIDE, AccountAct.RESTORE, AccountAct.REPLY);
    assertThat(acts("platform: api")).isEmpty();
  }

  @Test
  void whatCouldNotBeUndoneIsRefused() {
    assertThatThrownBy(() -> acts("platform: api, acts: [hide]"))
        .hasMessageContaining("'hide' needs 'restore' beside it, which undoes it");
    assertThatThrownBy(() -> acts("platform: api, acts: [block-author]"))
        .hasMessageContaining("'block-author' needs 'unblock-author' beside it");
  }

  @Test
  void anUnknownActIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> acts("platform: api, acts: [hide, show]"))
        .hasMessageContaining(
            "'show' is not one of hide, restore, delete, block-author, unblock-author, reply");
  }

  @Test
  void whereAConnectorKnowsWhatItsPlatformCanDoNobodyElseSaysIt() {
    assertThatThrownBy(() -> acts("platform: wordpress, acts: [hide, restore]"))
        .hasMessageContaining("only 'platform: api' names its acts");
  }
}
