package hallmonitor.testparts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** Needs a Docker API, so only the profile {@code containers} runs it. */
@Tag("containers")
class AbandonedPartsTest {
  private final DockerClient docker = DockerClientFactory.lazyClient();

  @Test
  void theContainersOfAProcessThatIsGoneAreRemovedAndNoOthers() throws Exception {
    Process killed = new ProcessBuilder("sleep", "60").start();
    ContainerOwner self = ContainerOwner.thisProcess();
    String abandoned = container(new ContainerOwner(self.host(), killed.pid(), self.started()));
    String ours = container(self);
    killed.destroyForcibly().waitFor();

    AbandonedContainers.remove(docker);

    assertThatThrownBy(() -> docker.inspectContainerCmd(abandoned).exec())
        .isInstanceOf(NotFoundException.class);
    assertThatCode(() -> docker.inspectContainerCmd(ours).exec()).doesNotThrowAnyException();
    docker.removeContainerCmd(ours).exec();
  }

  private String container(ContainerOwner owner) {
    return docker
        .createContainerCmd(ContainerImages.configured().postgres())
        .withLabels(Map.of(ContainerOwner.LABEL, owner.label()))
        .exec()
        .getId();
  }
}
