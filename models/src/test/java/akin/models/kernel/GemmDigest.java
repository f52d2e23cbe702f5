package akin.models.kernel;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a hash of many products, to compare JVMs that differ in their registers. */
final class GemmDigest {
    private static final int ROUNDS = 3000;

    private GemmDigest() {}

    public static void main(String[] args) {
        System.out.print(of(new Gemm()));
    }

    static String of(Gemm gemm) {
        long hash = 1;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            Matrix a = GemmTest.random(1 + round % 9, 1 + round % 67, random);
            Matrix b = GemmTest.random(a.columns(), 1 + round % 77, random);
            Matrix c = GemmTest.random(a.rows(), b.columns(), random);
            gemm.addAB(a, b, c);
            for (float value : c.values()) {
                hash = 31 * hash + Float.floatToRawIntBits(value);
            }
        }
        return Long.toHexString(hash);
    }

    static String inAnotherJvm(String option) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        option,
                        "-cp",
                        classPath(),
                        GemmDigest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    private static String classPath() {
        return Stream.of(Gemm.class, GemmDigest.class)
                .map(GemmDigest::location)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
