package dev.analystcopilot.embeddings.score;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Puts a [TreeEnsemble], and plain operations after it, into one ONNX graph.
///
/// The trees become one `ai.onnx.ml.TreeEnsembleRegressor` (version 3, which every ONNX Runtime since 1.8 reads); a
/// classifier is the same with one output per class and a [#softmax] behind. Input `features` is `[rows, features]`,
/// output `score` is `[rows, outputs]`, both float and for any number of rows.
public final class OnnxTreeWriter {
    static final String INPUT = "features";
    static final String OUTPUT = "score";

    private static final int IR_VERSION = 8;
    private static final int OPSET = 15;
    private static final int ML_OPSET = 3;
    private static final String ML_DOMAIN = "ai.onnx.ml";

    private final TreeEnsemble ensemble;
    private final ModelCard card;
    private final GraphProto.Builder graph;
    private String last = "ensemble";

    private OnnxTreeWriter(String name, TreeEnsemble ensemble, ModelCard card) {
        this.ensemble = ensemble;
        this.card = card;
        this.graph = GraphProto.newBuilder()
                .setName(name)
                .addInput(floats(INPUT, ensemble.features()))
                .addOutput(floats(OUTPUT, ensemble.outputs()))
                .addNode(trees(ensemble, last));
    }

    public static OnnxTreeWriter of(String name, TreeEnsemble ensemble, ModelCard card) {
        if (card.featureNames().size() != ensemble.features()) {
            throw new IllegalArgumentException(
                    "%d names for %d features".formatted(card.featureNames().size(), ensemble.features()));
        }
        return new OnnxTreeWriter(name, ensemble, card);
    }

    /// Then: (1 + z / (1 + |z|)) / 2 with z = (x − centre) / width, which puts any number between 0 and 1.
    public OnnxTreeWriter squash(float centre, float width) {
        append("Sub", last, constant(centre));
        append("Div", last, constant(width));
        append("Softsign", last);
        append("Add", last, constant(1));
        return append("Mul", last, constant(0.5f));
    }

    /// Then: times this factor.
    OnnxTreeWriter multiply(float factor) {
        return append("Mul", last, constant(factor));
    }

    /// Then: this base to the power of what came out so far.
    OnnxTreeWriter powerOf(float base) {
        return append("Pow", constant(base), last);
    }

    /// Then: probabilities that sum to 1 over the outputs.
    OnnxTreeWriter softmax() {
        return append("Softmax", last);
    }

    /// Then: log-odds to a probability.
    OnnxTreeWriter sigmoid() {
        return append("Sigmoid", last);
    }

    public void write(OutputStream out) throws IOException {
        append("Identity", last);
        graph.setNode(graph.getNodeCount() - 1, last(graph).toBuilder().setOutput(0, OUTPUT));
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("analyst-copilot")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .addOpsetImport(
                        OperatorSetIdProto.newBuilder().setDomain(ML_DOMAIN).setVersion(ML_OPSET))
                .setGraph(graph);
        card.properties()
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        model.build().writeTo(out);
    }

    private static NodeProto last(GraphProto.Builder graph) {
        return graph.getNode(graph.getNodeCount() - 1);
    }

    private OnnxTreeWriter append(String operation, String... inputs) {
        String output = "value_" + graph.getNodeCount();
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operation)
                .addAllInput(java.util.List.of(inputs))
                .addOutput(output));
        last = output;
        return this;
    }

    private String constant(float value) {
        String name = "constant_" + graph.getInitializerCount();
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addFloatData(value));
        return name;
    }

    private static ValueInfoProto floats(String name, int columns) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("rows"))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(columns));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }

    private static NodeProto trees(TreeEnsemble ensemble, String output) {
        AttributeProto.Builder treeIds = ints("nodes_treeids");
        AttributeProto.Builder nodeIds = ints("nodes_nodeids");
        AttributeProto.Builder features = ints("nodes_featureids");
        AttributeProto.Builder lefts = ints("nodes_truenodeids");
        AttributeProto.Builder rights = ints("nodes_falsenodeids");
        AttributeProto.Builder thresholds = numbers("nodes_values");
        AttributeProto.Builder modes =
                AttributeProto.newBuilder().setName("nodes_modes").setType(AttributeType.STRINGS);
        AttributeProto.Builder targetTrees = ints("target_treeids");
        AttributeProto.Builder targetNodes = ints("target_nodeids");
        AttributeProto.Builder targets = ints("target_ids");
        AttributeProto.Builder weights = numbers("target_weights");
        for (int t = 0; t < ensemble.trees().size(); t++) {
            Tree tree = ensemble.trees().get(t);
            for (int n = 0; n < tree.size(); n++) {
                boolean leaf = tree.isLeaf(n);
                treeIds.addInts(t);
                nodeIds.addInts(n);
                modes.addStrings(ByteString.copyFromUtf8(leaf ? "LEAF" : "BRANCH_LEQ"));
                features.addInts(leaf ? 0 : tree.feature(n));
                thresholds.addFloats(leaf ? 0 : tree.threshold(n));
                lefts.addInts(leaf ? 0 : tree.left(n));
                rights.addInts(leaf ? 0 : tree.right(n));
                float[] values = leaf ? tree.values(n) : new float[0];
                for (int v = 0; v < values.length; v++) {
                    targetTrees.addInts(t);
                    targetNodes.addInts(n);
                    targets.addInts(v);
                    weights.addFloats(values[v]);
                }
            }
        }
        NodeProto.Builder node = NodeProto.newBuilder()
                .setOpType("TreeEnsembleRegressor")
                .setDomain(ML_DOMAIN)
                .addInput(INPUT)
                .addOutput(output)
                .addAttribute(text("aggregate_function", ensemble.aggregate().name()))
                .addAttribute(text("post_transform", "NONE"))
                .addAttribute(AttributeProto.newBuilder()
                        .setName("n_targets")
                        .setType(AttributeType.INT)
                        .setI(ensemble.outputs()))
                .addAttribute(modes);
        for (AttributeProto.Builder attribute : new AttributeProto.Builder[] {
            treeIds, nodeIds, features, thresholds, lefts, rights, targetTrees, targetNodes, targets, weights
        }) {
            node.addAttribute(attribute);
        }
        return node.build();
    }

    private static AttributeProto.Builder ints(String name) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
    }

    private static AttributeProto.Builder numbers(String name) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOATS);
    }

    private static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.STRING)
                .setS(ByteString.copyFrom(value, StandardCharsets.UTF_8))
                .build();
    }
}
