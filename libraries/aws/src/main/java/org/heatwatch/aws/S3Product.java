package org.heatwatch.aws;

import java.util.Optional;
import org.heatwatch.clip.BandRaster;
import org.heatwatch.clip.PixelRectangle;
import org.heatwatch.clip.ProductFiles;
import org.heatwatch.clip.ProductText;
import org.heatwatch.clip.RasterGrid;
import org.heatwatch.errors.HeatWatchException;
import org.heatwatch.errors.ProductMissing;
import org.heatwatch.errors.ProductUnreadable;
import org.heatwatch.landsat.ProductId;
import org.heatwatch.raster.GdalBandRaster;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.RequestPayer;

/**
 * A product in the archive. To callers who may list only part of a bucket, S3 answers 403 for a missing file; a listing
 * of the file then shows whether it exists.
 */
final class S3Product implements ProductFiles {
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final S3Client client;
    private final String bucket;
    private final ProductId product;
    private final ReadLimits limits;

    S3Product(S3Client client, String bucket, ProductId product, ReadLimits limits) {
        this.client = client;
        this.bucket = bucket;
        this.product = product;
        this.limits = limits;
    }

    @Override
    public String name() {
        return product.id();
    }

    @Override
    public Optional<String> text(String suffix) {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key(suffix))
                .range("bytes=0-" + ProductText.LARGEST_BYTES)
                .requestPayer(RequestPayer.REQUESTER)
                .build();
        try {
            return Optional.of(ProductText.of(
                    product.fileName(suffix), client.getObjectAsBytes(request).asByteArrayUnsafe()));
        } catch (SdkException e) {
            RuntimeException mapped = mapped(suffix, e);
            if (mapped instanceof ProductMissing) {
                return Optional.empty();
            }
            throw mapped;
        }
    }

    @Override
    public BandRaster band(String suffix) {
        try {
            return new Mapped(suffix, GdalBandRaster.open(new S3ByteSource(client, bucket, key(suffix), limits)));
        } catch (SdkException e) {
            throw mapped(suffix, e);
        }
    }

    private String key(String suffix) {
        return product.keyPrefix() + product.fileName(suffix);
    }

    private RuntimeException mapped(String suffix, SdkException e) {
        String file = product.fileName(suffix);
        if (e instanceof AwsServiceException answer) {
            if (AwsErrors.isMissing(answer) || isHiddenAbsence(suffix, answer)) {
                return new ProductMissing(
                        file, "is not in the archive (%s)".formatted(AwsErrors.code(answer)), "try again later", e);
            }
            if (answer.statusCode() == PRECONDITION_FAILED) {
                return new ProductUnreadable(file, "was replaced while it was being read", "read it again", e);
            }
            if (answer.statusCode() == RANGE_NOT_SATISFIABLE) {
                return new ProductUnreadable(file, "is truncated", "fetch the file again", e);
            }
        }
        RuntimeException mapped = AwsErrors.of(file, e);
        // Another refusal says nothing about the product.
        return mapped instanceof HeatWatchException ? mapped : AwsErrors.unavailable(file, e);
    }

    private boolean isHiddenAbsence(String suffix, AwsServiceException answer) {
        if (!AwsErrors.hidesAbsence(answer)) {
            return false;
        }
        try {
            return client.listObjectsV2(request -> request.bucket(bucket)
                            .prefix(key(suffix))
                            .maxKeys(1)
                            .requestPayer(RequestPayer.REQUESTER))
                    .contents()
                    .isEmpty();
        } catch (SdkException e) {
            throw AwsErrors.of("listing of s3://" + bucket + "/" + key(suffix), e);
        }
    }

    /** A band that maps the SDK's exceptions to the errors of this project. */
    private final class Mapped implements BandRaster {
        private final String suffix;
        private final BandRaster band;

        Mapped(String suffix, BandRaster band) {
            this.suffix = suffix;
            this.band = band;
        }

        @Override
        public String name() {
            return band.name();
        }

        @Override
        public RasterGrid grid() {
            return band.grid();
        }

        @Override
        public int[] read(PixelRectangle rectangle) {
            try {
                return band.read(rectangle);
            } catch (SdkException e) {
                throw mapped(suffix, e);
            }
        }

        @Override
        public void close() {
            band.close();
        }
    }
}
