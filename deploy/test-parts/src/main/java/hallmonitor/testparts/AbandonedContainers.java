package hallmonitor.testparts;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.util.List;

/** Containers of test processes that were killed before they could remove them. */
final class AbandonedContainers {
  private AbandonedContainers() {}

  /** Removes those of this machine, with what they stored. */
  static void remove(DockerClient docker) {
    List<Container> marked =
        docker
            .listContainersCmd()
            .withShowAll(true)
            .withLabelFilter(List.of(ContainerOwner.LABEL))
            .exec();
    for (Container container : marked) {
      String owner = container.getLabels().get(ContainerOwner.LABEL);
      if (owner != null && ContainerOwner.of(owner).isGone()) {
        remove(docker, container);
      }
    }
  }

  private static void remove(DockerClient docker, Container container) {
    try {
      docker.removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException | ConflictException e) {
      // Another process is doing it.
    }
  }
}
