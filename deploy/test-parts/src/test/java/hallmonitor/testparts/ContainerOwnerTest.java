package hallmonitor.testparts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContainerOwnerTest {
  private final ContainerOwner self = ContainerOwner.thisProcess();

  @Test
  void aLabelTellsWhichProcessStartedTheContainer() {
    assertThat(ContainerOwner.of(self.label())).isEqualTo(self);
    assertThat(self.isGone()).isFalse();
  }

  @Test
  void anEndedProcessIsGone() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertThat(new ContainerOwner(self.host(), ended.pid(), self.started()).isGone()).isTrue();
  }

  @Test
  void aNumberThatAnotherProcessUsesMeanwhileIsGone() {
    assertThat(
            new ContainerOwner(self.host(), self.pid(), self.started().minus(Duration.ofHours(1)))
                .isGone())
        .isTrue();
  }

  @Test
  void aProcessOfAnotherMachineIsNotOursToJudge() {
    assertThat(new ContainerOwner("elsewhere", 1, self.started()).isGone()).isFalse();
  }
}
