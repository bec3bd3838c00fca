package hallmonitor.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A root folder as the build leaves it, with {@link FakeService} as its three services. */
final class BuiltRoot {
  static final String DISTRICT = "base-url: http://127.0.0.1:8090\n";
  static final String POLICY = "otherwise: allow\n";

  private BuiltRoot() {}

  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("deploy/config"));
    Files.writeString(folder.resolve("deploy/config/district.yaml"), DISTRICT);
    Files.writeString(folder.resolve("deploy/config/policy.yaml"), POLICY);
    for (ServiceName service : ServiceName.values()) {
      writeJar(service.jar(folder));
    }
    return folder;
  }

  private static void writeJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
    String entry = FakeService.class.getName().replace('.', '/') + ".class";
    Files.createDirectories(jar.getParent());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream code = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      code.transferTo(out);
    }
  }
}
