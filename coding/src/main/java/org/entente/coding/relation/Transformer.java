package org.entente.coding.relation;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.zip.GZIPInputStream;

/**
 * The fine-tuned transformer (see {@code training/README.md}), run by ONNX Runtime on the calling
 * thread. Safe to share between threads.
 */
final class Transformer {
  private static final String MODEL = "deep.onnx";
  private static final String PIECES = "pieces.txt.gz";

  private static final long STACK = 16L << 20;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces pieces;

  private Transformer(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
    this.environment = environment;
    this.session = session;
    this.pieces = pieces;
  }

  /** The bundled model, read once; half a second. */
  static Transformer bundled() {
    return Bundled.TRANSFORMER;
  }

  private static final class Bundled {
    private static final Transformer TRANSFORMER = loadWithRoom();
  }

  /** ONNX Runtime goes deep while it prepares a model: more than the stack of some threads. */
  private static Transformer loadWithRoom() {
    FutureTask<Transformer> loading = new FutureTask<>(Transformer::load);
    new Thread(null, loading, "deep model", STACK).start();
    try {
      return loading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the deep model was loaded", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }

  private static Transformer load() {
    try (InputStream model = Transformer.class.getResourceAsStream(MODEL);
        InputStream words = Transformer.class.getResourceAsStream(PIECES)) {
      if (model == null || words == null) {
        throw new IOException(MODEL + " or " + PIECES + " is missing from the class path");
      }
      WordPieces pieces = WordPieces.read(new GZIPInputStream(words));
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setCPUArenaAllocator(false);
      return new Transformer(
          environment, environment.createSession(model.readAllBytes(), options), pieces);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException("the deep model cannot be loaded: " + e.getMessage(), e);
    }
  }

  /** Scores of the types for a core, before the softmax. */
  double[] scores(String core) {
    long[] ids = pieces.of(core);
    try (OnnxTensor input =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), new long[] {1, ids.length});
        OrtSession.Result result = session.run(Map.of("ids", input))) {
      float[] scores = ((float[][]) result.get(0).getValue())[0];
      double[] found = new double[scores.length];
      for (int i = 0; i < found.length; i++) {
        found[i] = scores[i];
      }
      return found;
    } catch (OrtException e) {
      throw new IllegalStateException("the deep model failed on '" + core + "'", e);
    }
  }
}
