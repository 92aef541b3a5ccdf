import type { RunOptions } from '../../contract/JobOptions.js';
import type { JobStream } from '../../contract/JobStream.js';
import type { Engine } from '../../engine/Engine.js';
import type { JobRef } from '../../model/JobRef.js';
import type { AdsCloneInput } from '../../providers/creatify/adsClone/adsClone.js';
import { adsClone, adsCloneList } from '../../providers/creatify/adsClone/adsClone.js';
import type {
  LinkToVideoInput,
  PreviewListInput,
} from '../../providers/creatify/linkToVideos/LinkToVideoInput.js';
import type {
  LinkToVideoOutput,
  LinkToVideoPreview,
} from '../../providers/creatify/linkToVideos/LinkToVideoOutput.js';
import type { RenderSinglePreviewInput } from '../../providers/creatify/linkToVideos/linkToVideos.js';
import {
  linkToVideos,
  linkToVideosList,
  linkToVideosPreview,
  linkToVideosPreviewList,
  renderLinkToVideo,
  renderSinglePreview,
} from '../../providers/creatify/linkToVideos/linkToVideos.js';
import type {
  GenVideoInput,
  ProductVideoInput,
  RegenImageInput,
} from '../../providers/creatify/productToVideos/ProductVideoInput.js';
import type {
  ProductVideoOutput,
  ProductVideoPreview,
} from '../../providers/creatify/productToVideos/productToVideos.js';
import {
  productToVideos,
  productToVideosList,
} from '../../providers/creatify/productToVideos/productToVideos.js';
import {
  genVideo,
  regenImage,
  regenVideo,
} from '../../providers/creatify/productToVideos/productVideoVerbs.js';
import type { VideoOutput } from '../../providers/creatify/VideoOutput.js';
import { creatingBy, performing } from '../families.js';
import type { CreatifyJobs } from './CreatifyJobs.js';
import { creatifyJobs } from './CreatifyJobs.js';
import type { PreviewMethods } from './PreviewMethods.js';
import { previewing } from './PreviewMethods.js';

/** Videos of a product's page. @since 0.1.0 */
export interface LinkToVideoMethods
  extends
    CreatifyJobs<LinkToVideoInput, LinkToVideoOutput, LinkToVideoPreview>,
    PreviewMethods<LinkToVideoInput, LinkToVideoOutput, LinkToVideoPreview> {
  /** Makes previews in several styles and shapes, to choose from. Paid: one call makes them once. */
  previewList(
    input: PreviewListInput,
    options?: RunOptions,
  ): JobStream<LinkToVideoOutput, LinkToVideoPreview>;
  /**
   * Renders one of several previews, and follows it to its end. Paid: one call asks at most once.
   *
   * @param job - its reference, or its id
   */
  renderSinglePreview(
    job: JobRef | string,
    input: RenderSinglePreviewInput,
    options?: RunOptions,
  ): JobStream<LinkToVideoOutput, LinkToVideoPreview>;
}

/**
 * Videos of a product in two steps: `run` makes a picture and ends as `needs-action`, `genVideo` goes
 * on.
 *
 * @since 0.1.0
 */
export interface ProductToVideoMethods extends CreatifyJobs<
  ProductVideoInput,
  ProductVideoOutput,
  ProductVideoPreview
> {
  /**
   * Makes the video of the picture, and follows it to its end. Paid: one call asks at most once.
   *
   * @param job - its reference, or its id
   */
  genVideo(
    job: JobRef | string,
    input?: GenVideoInput,
    options?: RunOptions,
  ): JobStream<ProductVideoOutput, ProductVideoPreview>;
  /**
   * Makes another picture, as a new job, which is followed. Paid: one call makes at most one.
   *
   * @param job - the reference of the old one, or its id
   */
  regenImage(
    job: JobRef | string,
    input?: RegenImageInput,
    options?: RunOptions,
  ): JobStream<ProductVideoOutput, ProductVideoPreview>;
  /**
   * Makes another video, as a new job, which is followed. Paid: one call makes at most one.
   *
   * @param job - the reference of the old one, or its id
   */
  regenVideo(
    job: JobRef | string,
    input?: GenVideoInput,
    options?: RunOptions,
  ): JobStream<ProductVideoOutput, ProductVideoPreview>;
}

/** The families of products. @since 0.1.0 */
export interface ProductMethods {
  /** Videos of a product's page. */
  readonly linkToVideos: LinkToVideoMethods;
  /** A picture of a product, then, if it is liked, a video of it. */
  readonly productToVideos: ProductToVideoMethods;
  /** Ads after the pattern of another ad. */
  readonly adsClone: CreatifyJobs<AdsCloneInput, VideoOutput>;
}

/** The methods of the families of products. @since 0.1.0 */
export const productMethods = (engine: Engine): ProductMethods => ({
  linkToVideos: Object.freeze({
    ...creatifyJobs(engine, linkToVideos, linkToVideosList),
    ...previewing(engine, linkToVideosPreview, renderLinkToVideo),
    previewList: creatingBy(engine, 'linkToVideos', linkToVideosPreviewList, 'previewList'),
    renderSinglePreview: performing(engine, 'linkToVideos', linkToVideos, renderSinglePreview),
  }),
  productToVideos: Object.freeze({
    ...creatifyJobs(engine, productToVideos, productToVideosList),
    genVideo: performing(engine, 'productToVideos', productToVideos, genVideo),
    regenImage: performing(engine, 'productToVideos', productToVideos, regenImage),
    regenVideo: performing(engine, 'productToVideos', productToVideos, regenVideo),
  }),
  adsClone: Object.freeze(creatifyJobs(engine, adsClone, adsCloneList)),
});
