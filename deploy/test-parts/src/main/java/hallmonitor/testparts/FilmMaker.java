package hallmonitor.testparts;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Makes videos with the ffmpeg of this machine, from pictures that a test drew. */
public final class FilmMaker {
  private final Path folder;

  /**
   * Creates one.
   *
   * @param folder for its files
   */
  public FilmMaker(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns a video that shows each picture for some seconds, at five frames a second.
   *
   * @param name of its file, with an ending that says the kind
   */
  public byte[] film(String name, int seconds, BufferedImage... pictures) throws IOException {
    List<String> arguments = new ArrayList<>();
    StringBuilder scenes = new StringBuilder();
    for (int i = 0; i < pictures.length; i++) {
      Path picture = folder.resolve("scene" + i + ".png");
      ImageIO.write(pictures[i], "png", picture.toFile());
      arguments.addAll(
          List.of(
              "-loop", "1", "-r", "5", "-t", Integer.toString(seconds), "-i", picture.toString()));
      scenes.append('[').append(i).append(":v]");
    }
    arguments.addAll(
        List.of("-filter_complex", scenes + "concat=n=" + pictures.length + ",format=yuv420p"));
    return made(name, arguments);
  }

  /**
   * Returns what ffmpeg makes of these arguments.
   *
   * @param name of its file, which comes last
   */
  public byte[] made(String name, List<String> arguments) throws IOException {
    Path film = folder.resolve(name);
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
    command.addAll(arguments);
    command.add(film.toString());
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new UncheckedIOException(new IOException(Files.readString(log)));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return Files.readAllBytes(film);
  }

  /** Returns the path of a file in its folder. */
  public String path(String name) {
    return folder.resolve(name).toString();
  }
}
