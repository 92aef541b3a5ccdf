import { Component } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { exhaustMap, Subject } from 'rxjs';
import { toState } from 'rushes';
import { createCreatify } from 'rushes/creatify';

const creatify = createCreatify({
  baseUrl: 'https://app.example/creatify',
  apiId: null,
  apiKey: null,
});

@Component({
  selector: 'app-talk',
  template: `
    <button (click)="clicks.next()">Make the video</button>
    @if (job()?.output; as video) {
      <video [src]="video.video_output" controls></video>
    } @else if (job()?.error; as error) {
      <p>{{ error.message }}</p>
    } @else if (job()) {
      <progress [value]="job()?.progress ?? 0"></progress>
    }
  `,
})
export class Talk {
  readonly clicks = new Subject<void>();
  readonly job = toSignal(
    this.clicks.pipe(
      exhaustMap(() => {
        const image = 'https://files.example/face.png';
        return creatify.aurora.run({ image, audio: 'https://files.example/a.mp3' }).pipe(toState());
      }),
    ),
  );
}
