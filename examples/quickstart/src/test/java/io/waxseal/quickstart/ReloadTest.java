package io.waxseal.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application server that reloads a host wants all of it back. */
class ReloadTest {
  private static final int MOST_COLLECTIONS = 300;

  @TempDir
  Path folder;

  @Test
  void aClosedWhatsAppLeavesItsClassLoaderToTheCollector() throws Exception {
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    try {
      ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
      WeakReference<ClassLoader> loader = new WeakReference<>(live(executor), collected);
      letTheJdkForget();
      for (int i = 0; i < MOST_COLLECTIONS && loader.get() != null; i++) {
        System.gc();
        collected.remove(100);
      }
      assertThat(loader.get()).isNull();
    } finally {
      executor.shutdownNow();
    }
  }

  /** The JDK keeps the class of the record that was compared last, until another one is. */
  private static void letTheJdkForget() {
    assertThat(new Compared("one")).isNotEqualTo(new Compared("two"));
  }

  private record Compared(String what) {}

  /** The executor stays the server's, and its thread was there before the host. */
  @SuppressWarnings("unchecked")
  private ClassLoader live(ScheduledExecutorService executor) throws Exception {
    executor.submit(() -> {}).get();
    try (URLClassLoader loader = new URLClassLoader(classes(), new WithoutWaxseal())) {
      Class<?> host = loader.loadClass("io.waxseal.quickstart.ReloadedHost");
      assertThat(host.getClassLoader()).isSameAs(loader);
      var life = (BiFunction<Path, ScheduledExecutorService, String>)
          host.getConstructor().newInstance();
      assertThat(life.apply(folder, executor)).isEqualTo("200 true NO_CONSENT false");
      return loader;
    }
  }

  private static URL[] classes() throws Exception {
    Path root = Path.of(System.getProperty("waxseal.root"));
    List<URL> urls = new ArrayList<>();
    for (String module : List.of(
        "core", "crypto", "redaction", "consent", "examples/simulator", "examples/quickstart")) {
      for (String kind : List.of("classes", "test-classes")) {
        File folder = root.resolve(module).resolve("target").resolve(kind).toFile();
        urls.add(folder.toURI().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }

  /** What the server shares with its hosts: all libraries but ours. */
  private static final class WithoutWaxseal extends ClassLoader {
    WithoutWaxseal() {
      super(ReloadTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.waxseal.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public URL getResource(String name) {
      return name.contains("waxseal") ? null : super.getResource(name);
    }
  }
}
