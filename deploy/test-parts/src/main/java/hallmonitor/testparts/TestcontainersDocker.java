package hallmonitor.testparts;

import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.DockerClientFactory;

/** The Docker API that Testcontainers finds: by DOCKER_HOST, or where Docker usually listens. */
final class TestcontainersDocker implements DockerApi {
  @Override
  public boolean answers() {
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } catch (RuntimeException e) {
      // An API that lists nothing and starts nothing counts as none.
      return false;
    }
  }

  @Override
  public boolean holds(String image) {
    try {
      DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }
}
